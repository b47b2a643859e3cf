package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunState;

/** What those who watch hear of a run. */
record RunNews(Services services, RunId run) {
  /** Tells of what is durable, and happened to a run that stood so. */
  void tell(Taken taken, RunState before) {
    if (taken.events().getFirst() instanceof Event.Woke woke
        && before.active(woke.node(), woke.runIndex()).orElse(null) instanceof Phase.Waiting wait) {
      services.watchers().tell(RunEvents.sent(run, taken.at(), wait));
    }
    for (Event each : taken.events()) {
      RunEvents.of(run, each, taken.at()).ifPresent(services.watchers()::tell);
      RunEvents.told(run, each, taken.at()).ifPresent(services.watchers()::tell);
    }
  }

  /** Tells how the run stands. */
  void tell(RunStatus status) {
    services.watchers().tell(new RunEvent.StatusChanged(run, services.now(), status));
  }
}
