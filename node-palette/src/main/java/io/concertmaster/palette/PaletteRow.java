package io.concertmaster.palette;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import java.util.ArrayList;
import java.util.List;

/** A line of the list of nodes. */
sealed interface PaletteRow {
  /** The name of the family of which nodes follow. */
  record Heading(Family family) implements PaletteRow {}

  /** A node type. */
  record Entry(NodeDescriptor node) implements PaletteRow {}

  /** All nodes under their families' headings, in the order of the families. */
  static List<PaletteRow> grouped(List<NodeDescriptor> nodes) {
    List<PaletteRow> rows = new ArrayList<>();
    for (Family family : Family.values()) {
      List<NodeDescriptor> members =
          nodes.stream().filter(node -> node.family() == family).toList();
      if (!members.isEmpty()) {
        rows.add(new Heading(family));
        members.forEach(member -> rows.add(new Entry(member)));
      }
    }
    return rows;
  }

  /** Found nodes, best first, without headings. */
  static List<PaletteRow> ranked(List<NodeDescriptor> nodes) {
    return List.copyOf(nodes.stream().map(Entry::new).toList());
  }
}
