package io.concertmaster.engine.local.run;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Entry;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs as people see them. */
final class Views {
  private Views() {}

  /** A run in this engine's hands. */
  static RunView live(
      RunRow row,
      Definition definition,
      RunState state,
      RunHistory history,
      Optional<Execution> current) {
    Optional<RunError> error =
        state.phase() instanceof Phase.Ended end ? end.error() : Optional.empty();
    RunSummary summary =
        new RunSummary(
            new RunId(row.id()),
            row.workflowId(),
            row.workflowName(),
            status(state),
            row.started(),
            state.ended() ? Optional.of(state.clock().newest()) : Optional.empty(),
            error,
            row.resumed() || history.resumed());
    return view(summary, definition.workflow(), row.definition(), history, current);
  }

  /** A run that is in nobody's hands, or in another process's. */
  static RunView stored(RunRow row, RunSummary summary, Workflow workflow, RunHistory history) {
    return view(summary, workflow, row.definition(), history, Optional.empty());
  }

  private static RunView view(
      RunSummary summary,
      Workflow workflow,
      String hash,
      RunHistory history,
      Optional<Execution> current) {
    Map<String, NodeView> nodes = new LinkedHashMap<>();
    history
        .nodes()
        .forEach((node, entries) ->
            nodes.put(
                node,
                new NodeView(
                    node,
                    entries.stream()
                        .map(entry -> activation(entry, summary.status(), history, current))
                        .toList())));
    Cause cause = history.cause();
    return new RunView(
        summary,
        workflow,
        hash,
        nodes,
        history.current().map(Entry::node),
        history.waitingUntil(),
        Tokens.of(history).current(),
        cause.mode(),
        cause.caller().map(caller -> new RunId(caller.run())),
        history.customData(),
        history.told(),
        history.log());
  }

  private static Activation activation(
      Entry entry, RunStatus status, RunHistory history, Optional<Execution> current) {
    long progress =
        current
            .filter(execution -> execution.task().node().equals(entry.node()))
            .filter(execution -> execution.task().runIndex() == entry.runIndex())
            .map(Execution::written)
            .orElseGet(
                () -> entry.outputs().values().stream().mapToLong(list -> list.size()).sum());
    boolean newest = history.current().filter(entry::equals).isPresent();
    if (newest && entry.state() == NodeState.FAILED && !status.ended()) {
      return entry.in(NodeState.RETRYING, Optional.empty(), entry.error()).activation(progress);
    }
    if (newest && entry.state() == NodeState.RUNNING && status == RunStatus.UNCERTAIN) {
      return entry.in(NodeState.UNCERTAIN, Optional.empty(), entry.error()).activation(progress);
    }
    return entry.activation(progress);
  }

  /**
   * A run in one line, of one that is not in this engine's hands.
   *
   * @param elsewhere whether another process has the runs in its hands
   * @param uncertain whether the newest activation is unsafe and was cut short
   * @param parked why it was let go
   */
  static RunSummary summary(
      RunRow row, boolean elsewhere, boolean uncertain, Optional<String> parked) {
    RunStatus status = row.status();
    if (status == RunStatus.RUNNING && !elsewhere) {
      status = uncertain ? RunStatus.UNCERTAIN : RunStatus.INTERRUPTED;
    }
    Optional<RunError> error =
        row.error().isPresent() || row.status().ended()
            ? row.error()
            : parked.map(
                reason -> new RunError(Optional.empty(), reason, "", OptionalLong.empty()));
    return new RunSummary(
        new RunId(row.id()),
        row.workflowId(),
        row.workflowName(),
        status,
        row.started(),
        row.ended(),
        error,
        row.resumed());
  }

  /** What is known of an activation that a crash may have left uncertain. */
  static boolean uncertain(List<Entry> newest) {
    return newest.stream().anyMatch(entry -> entry.state() == NodeState.RUNNING && entry.unsafe());
  }

  /** How a run stands, in one word. */
  static RunStatus status(RunState state) {
    return switch (state.phase()) {
      case Phase.Ended end -> end.status();
      case Phase.Waiting wait -> RunStatus.WAITING;
      default -> RunStatus.RUNNING;
    };
  }
}
