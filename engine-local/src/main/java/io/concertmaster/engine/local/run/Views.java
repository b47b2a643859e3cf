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
      List<Execution> working) {
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
    return view(summary, definition.workflow(), row.definition(), history, working);
  }

  /** A run that is in nobody's hands, or in another process's. */
  static RunView stored(RunRow row, RunSummary summary, Workflow workflow, RunHistory history) {
    return view(summary, workflow, row.definition(), history, List.of());
  }

  private static RunView view(
      RunSummary summary,
      Workflow workflow,
      String hash,
      RunHistory history,
      List<Execution> working) {
    Map<String, NodeView> nodes = new LinkedHashMap<>();
    history
        .nodes()
        .forEach((node, entries) ->
            nodes.put(
                node,
                new NodeView(
                    node,
                    entries.stream().map(entry -> activation(entry, summary, working)).toList())));
    Cause cause = history.cause();
    boolean ended = summary.status().ended(); // also where one branch ended it while others waited
    return new RunView(
        summary,
        workflow,
        hash,
        nodes,
        history.current().map(Entry::node),
        ended ? Optional.empty() : history.waits().until(),
        ended ? Map.of() : Tokens.of(history).current(),
        cause.mode(),
        cause.caller().map(caller -> new RunId(caller.run())),
        history.timeout(),
        history.customData(),
        history.told(),
        history.log());
  }

  private static Activation activation(Entry entry, RunSummary summary, List<Execution> working) {
    long progress =
        working.stream()
            .filter(execution -> execution.task().node().equals(entry.node()))
            .filter(execution -> execution.task().runIndex() == entry.runIndex())
            .findFirst()
            .map(Execution::written)
            .orElseGet(
                () -> entry.outputs().values().stream().mapToLong(list -> list.size()).sum());
    RunStatus status = summary.status();
    boolean open = entry.state() == NodeState.RUNNING || entry.state() == NodeState.WAITING;
    if (status.ended() && open) { // a branch that worked when another one ended the run
      return entry.in(NodeState.CANCELLED, summary.ended(), entry.error()).activation(progress);
    }
    if (entry.state() == NodeState.FAILED && !status.ended()) {
      return entry.in(NodeState.RETRYING, Optional.empty(), entry.error()).activation(progress);
    }
    if (entry.uncertain() && status == RunStatus.UNCERTAIN) {
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

  /** How a run stands, in one word. */
  static RunStatus status(RunState state) {
    if (state.phase() instanceof Phase.Ended end) {
      return end.status();
    }
    return state.waits() ? RunStatus.WAITING : RunStatus.RUNNING;
  }
}
