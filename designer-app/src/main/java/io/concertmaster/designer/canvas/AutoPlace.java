package io.concertmaster.designer.canvas;

import io.concertmaster.model.Connection;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places for nodes that the file gives none: columns by their distance from a beginning, below
 * everything that has a place.
 */
final class AutoPlace {
  private static final double COLUMN = 240;
  private static final double ROW = 96;

  private AutoPlace() {}

  /** The places of all nodes: those of the file, and made ones for the rest. */
  static Map<String, Placement> complete(Workflow workflow) {
    Map<String, Placement> places = new LinkedHashMap<>(workflow.layout());
    double top =
        workflow.layout().values().stream().mapToDouble(Placement::y).max().orElse(-2 * ROW)
            + 2 * ROW;
    Map<String, Integer> depth = depths(workflow);
    Map<Integer, Integer> rows = new HashMap<>();
    for (String id : workflow.nodes().keySet()) {
      if (!places.containsKey(id)) {
        int column = depth.getOrDefault(id, 0);
        int row = rows.merge(column, 1, Integer::sum) - 1;
        places.put(id, Placement.at(column * COLUMN, top + row * ROW));
      }
    }
    return places;
  }

  /** Fewest connections from a node without inputs; a node in a loop of its own begins one. */
  private static Map<String, Integer> depths(Workflow workflow) {
    Map<String, List<String>> next = new HashMap<>();
    Set<String> targets = new HashSet<>();
    for (Connection connection : workflow.connections()) {
      next.computeIfAbsent(connection.source(), id -> new ArrayList<>()).add(connection.target());
      targets.add(connection.target());
    }
    Map<String, Integer> depth = new HashMap<>();
    Deque<String> queue = new ArrayDeque<>();
    for (String id : workflow.nodes().keySet()) {
      if (!targets.contains(id)) {
        depth.put(id, 0);
        queue.add(id);
      }
    }
    while (!queue.isEmpty()) {
      String id = queue.remove();
      for (String target : next.getOrDefault(id, List.of())) {
        if (depth.putIfAbsent(target, depth.getOrDefault(id, 0) + 1) == null) {
          queue.add(target);
        }
      }
    }
    return depth;
  }
}
