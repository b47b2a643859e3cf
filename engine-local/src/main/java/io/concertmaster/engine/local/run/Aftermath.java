package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.journal.RunChange;
import io.concertmaster.engine.local.journal.RunRow;
import io.concertmaster.engine.local.journal.StaticData;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.EventJson;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Traces;
import java.util.List;
import java.util.Optional;

/** What an event of a run changes outside of it; written together with the event. */
final class Aftermath {
  private final RunRow row;
  private final Definition definition;
  private final RunHistory history;
  private final Policy policy;

  Aftermath(RunRow row, Definition definition, RunHistory history, Policy policy) {
    this.row = row;
    this.definition = definition;
    this.history = history;
    this.policy = policy;
  }

  /** How the run's row changes with an event; empty where it does not. */
  Optional<RunChange> change(Event event, RunState state, RunState next) {
    boolean resumes = event instanceof Event.Resumed || event instanceof Event.Decided;
    if (Views.status(next) == Views.status(state) && !resumes) {
      return Optional.empty();
    }
    return Optional.of(
        new RunChange(
            Views.status(next),
            next.phase() instanceof Phase.Ended end ? end.error() : Optional.empty(),
            resumes || row.resumed() || history.resumed(),
            owes(next)));
  }

  /** Whether the end of the run is one of which an error workflow is to hear. */
  boolean owes(RunState next) {
    RunStatus status = Views.status(next);
    boolean heard = history.cause().mode() != RunMode.MANUAL || policy.errorRunsByHand();
    return heard
        && (status == RunStatus.FAILED || status == RunStatus.TIMED_OUT)
        && history.cause().mode() != RunMode.ERROR
        && definition.workflow().settings().errorWorkflow().isPresent();
  }

  /** What an event leaves to later runs of the workflow; a run by hand leaves nothing. */
  List<StaticData> kept(Event event) {
    Traces traces =
        switch (event) {
          case Event.Done e -> e.traces();
          case Event.Called e -> e.traces();
          case Event.Waits e -> e.traces();
          default -> Traces.NONE;
        };
    if (traces.staticData().isEmpty() || history.cause().mode() == RunMode.MANUAL) {
      return List.of();
    }
    String node = EventJson.node(event);
    return traces.staticData().entrySet().stream()
        .map(each ->
            new StaticData(
                row.workflowId(), each.getKey().equals(Traces.NODE) ? node : "", each.getValue()))
        .toList();
  }
}
