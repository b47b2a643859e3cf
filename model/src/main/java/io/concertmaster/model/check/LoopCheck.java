package io.concertmaster.model.check;

import io.concertmaster.model.Connection;
import io.concertmaster.node.Port;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds loops that items never leave.
 *
 * <p>Each pass of a loop sends items round again until some node sends none back. A node that
 * <em>chooses</em> can do that: it has an output that does not lead back into the loop, and others
 * that do (If, Switch; the error output does not count, since failing is no plan, and neither does
 * a disabled node, which chooses nothing). Then:
 *
 * <ul>
 *   <li>a loop with a node that chooses is right;
 *   <li>a loop without one from which no connection leads out is an error: whatever goes in stays
 *       in for ever;
 *   <li>a loop without one from which a connection leads out sends a copy of the items out in each
 *       pass, and ends only if a node in it happens to send nothing on (a filter may): a warning.
 * </ul>
 *
 * A loop with a node of unknown type, or with one that stands in for another, is not judged.
 */
final class LoopCheck {
  private final Graph graph;
  private final Report report;

  LoopCheck(Graph graph, Report report) {
    this.graph = graph;
    this.report = report;
  }

  void check() {
    for (Set<String> loop : Loops.of(graph)) {
      boolean known =
          loop.stream().allMatch(id -> graph.type(id).isPresent() && !graph.isStandIn(id));
      if (known && loop.stream().noneMatch(id -> chooses(id, loop))) {
        endless(loop);
      }
    }
  }

  private boolean chooses(String id, Set<String> loop) {
    if (graph.node(id).disabled()) {
      return false;
    }
    List<String> back =
        graph.outOf(id).stream()
            .filter(each -> loop.contains(each.target()))
            .map(Connection::output)
            .toList();
    return graph.type(id).stream()
        .flatMap(type -> graph.outputs(id, type).stream())
        .anyMatch(output -> !output.equals(Port.ERROR) && !back.contains(output));
  }

  private void endless(Set<String> loop) {
    String first = loop.iterator().next();
    boolean leaves =
        loop.stream()
            .flatMap(id -> graph.outOf(id).stream())
            .anyMatch(each -> !loop.contains(each.target()));
    String names =
        loop.stream()
            .limit(4)
            .map(id -> graph.node(id).name())
            .collect(Collectors.joining(", ", "", loop.size() > 4 ? " …" : ""));
    if (leaves) {
      report.warning(
          Code.ENDLESS_LOOP,
          first,
          "",
          "the loop ("
              + names
              + ") has no node that decides when it ends: put an If into it, one output of which"
              + " leads on");
    } else {
      report.error(
          Code.ENDLESS_LOOP,
          first,
          "",
          "items never leave the loop ("
              + names
              + "): put an If into it, one output of which leads out, or delete a connection");
    }
  }
}
