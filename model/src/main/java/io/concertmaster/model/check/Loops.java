package io.concertmaster.model.check;

import io.concertmaster.model.Connection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The loops of a graph: its strongly connected components with a connection inside, by Tarjan's
 * algorithm, with a stack of its own since a chain may be 20,000 nodes long.
 */
final class Loops {
  private final Graph graph;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> isOpen = new HashSet<>();
  private final List<Set<String>> found = new ArrayList<>();

  private record Step(String id, Iterator<Connection> rest) {}

  private Loops(Graph graph) {
    this.graph = graph;
  }

  /** The loops, each with its nodes in the order of the file. */
  static List<Set<String>> of(Graph graph) {
    Loops loops = new Loops(graph);
    for (String id : graph.workflow().nodes().keySet()) {
      if (!loops.index.containsKey(id)) {
        loops.search(id);
      }
    }
    return List.copyOf(loops.found);
  }

  private void search(String start) {
    Deque<Step> path = new ArrayDeque<>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      Step step = path.peek();
      if (step.rest().hasNext()) {
        String next = step.rest().next().target();
        if (!index.containsKey(next)) {
          path.push(enter(next));
        } else if (isOpen.contains(next)) {
          low.merge(step.id(), index.getOrDefault(next, 0), Math::min);
        }
      } else {
        path.pop();
        leave(step.id());
        if (!path.isEmpty()) {
          low.merge(path.peek().id(), low.getOrDefault(step.id(), 0), Math::min);
        }
      }
    }
  }

  private Step enter(String id) {
    int number = index.size();
    index.put(id, number);
    low.put(id, number);
    open.push(id);
    isOpen.add(id);
    return new Step(id, graph.outOf(id).iterator());
  }

  private void leave(String id) {
    if (!low.getOrDefault(id, 0).equals(index.getOrDefault(id, 0))) {
      return;
    }
    Set<String> members = new HashSet<>();
    String member;
    do {
      member = open.pop();
      isOpen.remove(member);
      members.add(member);
    } while (!member.equals(id));
    boolean loops =
        members.size() > 1 || graph.outOf(id).stream().anyMatch(each -> each.target().equals(id));
    if (loops) {
      Set<String> ordered = new LinkedHashSet<>(graph.workflow().nodes().keySet());
      ordered.retainAll(members);
      found.add(Collections.unmodifiableSet(ordered));
    }
  }
}
