package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.Opening;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.journal.ActiveRow;
import io.concertmaster.engine.local.journal.Moment;
import io.concertmaster.engine.local.journal.ScheduleRow;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes registrations: of workflows that become active, and of those in the store. */
final class Registrations {
  private final TriggerHost host;

  Registrations(TriggerHost host) {
    this.host = host;
  }

  /**
   * Of a workflow that becomes active, or is given another definition. A schedule whose settings
   * stay the same goes on where it was. Durable on return.
   *
   * @param before what it was, where it was active; its lock is held
   */
  Registration activated(Checked definition, String folder, Optional<Registration> before)
      throws EngineException {
    Instant now = host.now();
    String workflow = definition.workflow().id();
    List<ClockListener> schedules = new ArrayList<>();
    for (String node : definition.triggers().keySet()) {
      Optional<ScheduleRow> known =
          before.stream()
              .filter(was -> was.definition().listensAlike(definition, node))
              .flatMap(was -> was.schedules().stream())
              .filter(each -> each.node().equals(node))
              .map(ClockListener::row)
              .findFirst();
      ScheduleRow row =
          known.orElseGet(() -> new ScheduleRow(workflow, node, now, now, Optional.empty()));
      listener(definition, row).ifPresent(schedules::add);
    }
    List<Opening> openings = Openings.of(definition, Path.of(folder), now);
    if (schedules.isEmpty() && openings.isEmpty()) {
      throw new EngineException(
          Reason.NOT_ACTIVE,
          "“"
              + definition.workflow().name()
              + "” has no trigger that listens: add a schedule, a webhook or a form, or enable it");
    }
    List<Moment> waiting =
        before.stream()
            .flatMap(was -> was.waiting().stream())
            .filter(
                moment -> schedules.stream().anyMatch(each -> each.node().equals(moment.node())))
            .toList();
    ActiveRow row = new ActiveRow(workflow, definition.hash(), folder, now);
    List<ScheduleRow> rows = schedules.stream().map(ClockListener::row).toList();
    host.tables().activate(row, definition.text(), rows, waiting);
    List<RunId> running = before.map(was -> List.copyOf(was.running())).orElse(List.of());
    return new Registration(host, row, definition, schedules, openings, running, waiting);
  }

  /** Of a workflow in the store. */
  Registration stored(
      ActiveRow row,
      Collection<ScheduleRow> schedules,
      Collection<Moment> waiting,
      Collection<RunId> running)
      throws EngineException {
    Checked definition = host.stored(row.definition());
    List<ClockListener> listeners = new ArrayList<>();
    for (ScheduleRow each : schedules) {
      if (definition.triggers().containsKey(each.node())) {
        listener(definition, each).ifPresent(listeners::add);
      }
    }
    List<Opening> openings = Openings.of(definition, Path.of(row.folder()), row.since());
    return new Registration(host, row, definition, listeners, openings, running, waiting);
  }

  private static Optional<ClockListener> listener(Checked definition, ScheduleRow row)
      throws EngineException {
    String name = definition.node(row.node()).name();
    try {
      return definition
          .listening(row.node(), row.since())
          .filter(Listening.Clock.class::isInstance)
          .map(clock -> new ClockListener(name, (Listening.Clock) clock, row));
    } catch (NodeException e) {
      throw new EngineException(
          Reason.INVALID_WORKFLOW,
          "the trigger “" + name + "” cannot listen: " + e.getMessage(),
          e);
    }
  }
}
