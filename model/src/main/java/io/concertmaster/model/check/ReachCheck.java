package io.concertmaster.model.check;

import io.concertmaster.model.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds nodes that no run reaches. Runs begin at triggers; in a workflow without one, by hand at
 * the nodes to which nothing leads.
 */
final class ReachCheck {
  private final Graph graph;
  private final Report report;

  ReachCheck(Graph graph, Report report) {
    this.graph = graph;
    this.report = report;
  }

  void check() {
    List<String> working =
        graph.workflow().nodes().keySet().stream().filter(id -> !graph.isNote(id)).toList();
    if (working.isEmpty()) {
      return;
    }
    List<String> triggers =
        working.stream().filter(id -> graph.isTrigger(id) || graph.standsForTrigger(id)).toList();
    List<String> enabled = triggers.stream().filter(id -> !graph.node(id).disabled()).toList();
    if (!triggers.isEmpty() && enabled.isEmpty()) {
      triggers.forEach(id ->
          report.warning(
              Code.DISABLED_TRIGGER,
              id,
              "",
              "every trigger is disabled, so nothing begins by itself: enable one"));
    }
    List<String> starts = triggers.isEmpty() ? roots(working) : triggers;
    if (triggers.isEmpty() && working.stream().allMatch(id -> graph.type(id).isPresent())) {
      noTrigger(starts);
    }
    if (!starts.isEmpty()) {
      Set<String> reached = reached(starts);
      working.stream()
          .filter(id -> !reached.contains(id))
          .forEach(id ->
              report.warning(
                  Code.UNREACHABLE,
                  id,
                  "",
                  "nothing leads here from a trigger, so it never runs: connect it, or delete it"));
    }
  }

  private void noTrigger(List<String> starts) {
    if (starts.isEmpty()) {
      report.add(
          Severity.ERROR,
          Code.NO_START,
          Optional.empty(),
          "",
          "there is nothing from which a run could begin: add a trigger and connect it");
    } else {
      report.add(
          Severity.WARNING,
          Code.NO_START,
          Optional.empty(),
          "",
          "there is no trigger, so a run begins at the first node to which nothing leads: add a"
              + " trigger");
    }
  }

  /** The nodes to which nothing leads. */
  private List<String> roots(List<String> working) {
    Set<String> targets = new HashSet<>();
    working.forEach(id -> graph.outOf(id).forEach(each -> targets.add(each.target())));
    return working.stream()
        .filter(id -> !targets.contains(id))
        .filter(id -> graph.type(id).isEmpty() || graph.carriesItems(id))
        .toList();
  }

  private Set<String> reached(List<String> starts) {
    Set<String> reached = new HashSet<>(starts);
    Deque<String> ahead = new ArrayDeque<>(starts);
    while (!ahead.isEmpty()) {
      String id = ahead.pop();
      for (Connection each : graph.outOf(id)) {
        if (reached.add(each.target())) {
          ahead.push(each.target());
        }
      }
      for (Connection each : graph.serving(id)) {
        if (reached.add(each.source())) {
          ahead.push(each.source());
        }
      }
    }
    return reached;
  }
}
