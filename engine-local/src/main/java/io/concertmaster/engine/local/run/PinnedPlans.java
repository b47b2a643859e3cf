package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.journal.JournalReader;
import io.concertmaster.engine.local.journal.Recorded;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.RunState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The fold over a run's events, each by the definition to which the run was pinned when it
 * happened: a run that waited may have been moved to a newer one.
 */
final class PinnedPlans {
  private PinnedPlans() {}

  /**
   * How the plan stands after events.
   *
   * @param newest the definition to which the run is pinned now
   * @throws EngineException when an older one names what is not installed
   * @throws IllegalStateException when the events make no sense
   */
  static RunState fold(List<Recorded> events, Definition newest, Definitions definitions)
      throws EngineException {
    Deque<Definition> plans = new ArrayDeque<>();
    for (Recorded each : events) {
      if (each.event() instanceof Event.Upgraded e) {
        plans.add(definitions.stored(JournalReader.hash(e.before()), e::before));
      }
    }
    plans.add(newest);
    RunState state = RunState.NEW;
    for (Recorded each : events) {
      state = plans.getFirst().planner().apply(state, each.event(), each.at()).state();
      if (each.event() instanceof Event.Upgraded) {
        plans.removeFirst();
      }
    }
    return state;
  }
}
