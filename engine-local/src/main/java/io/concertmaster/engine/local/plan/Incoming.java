package io.concertmaster.engine.local.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What leads into each node, in the order in which the connections were written down. */
final class Incoming {
  /** A graph with more ways back from one node is looked at way by way no longer. */
  private static final int WAYS = 20_000;

  private final Map<String, List<List<Source>>> sources = new HashMap<>();
  private final Map<String, List<String>> parents = new ConcurrentHashMap<>();

  Incoming(Map<String, GraphNode> nodes, Collection<String> senders) {
    Set<String> all = new LinkedHashSet<>(senders);
    all.addAll(nodes.keySet());
    for (String id : all) {
      GraphNode node = nodes.get(id);
      if (node != null) {
        node.wires().stream()
            .sorted(Comparator.comparingInt(Wire::position))
            .forEach(wire -> add(wire, new Source(id, wire.output())));
      }
    }
  }

  private void add(Wire wire, Source source) {
    List<List<Source>> inputs = sources.computeIfAbsent(wire.target(), id -> new ArrayList<>());
    while (inputs.size() <= wire.input()) {
      inputs.add(new ArrayList<>());
    }
    inputs.get(wire.input()).add(source);
  }

  /** What leads into a node, input by input up to the last one that is connected. */
  List<List<Source>> of(String node) {
    return sources.getOrDefault(node, List.of());
  }

  /**
   * The nodes from which items can reach a node, itself apart, as n8n lists them: what is found
   * last stands first, and stands before what it leads to.
   */
  List<String> parents(String node) {
    return parents.computeIfAbsent(
        node,
        id -> {
          int[] ways = {0};
          return List.copyOf(parents(id, new LinkedHashSet<>(), ways));
        });
  }

  private List<String> parents(String node, Set<String> way, int[] ways) {
    List<String> found = new ArrayList<>();
    way.add(node);
    for (List<Source> input : of(node)) {
      for (Source source : input) {
        if (way.contains(source.node())) {
          continue;
        }
        found.addFirst(source.node());
        if (ways[0]++ < WAYS) {
          List<String> before = parents(source.node(), way, ways);
          found.removeAll(before);
          found.addAll(0, before);
        }
      }
    }
    way.remove(node);
    return found;
  }

  /**
   * By which of its outputs a node reaches another one, straight or through others: the first way
   * back from the other's inputs that leads there.
   */
  Optional<String> outputToward(String from, String to) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(to));
    while (!open.isEmpty()) {
      String node = open.pop();
      if (!seen.add(node)) {
        continue;
      }
      List<String> next = new ArrayList<>();
      for (List<Source> input : of(node)) {
        for (Source source : input) {
          if (source.node().equals(from)) {
            return Optional.of(source.output());
          }
          next.add(source.node());
        }
      }
      next.reversed().forEach(open::push);
    }
    return Optional.empty();
  }
}
