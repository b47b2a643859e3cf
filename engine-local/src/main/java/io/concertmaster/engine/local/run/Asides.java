package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.journal.RunLog;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The events of a run that change nothing in its plan. Used under the run's lock. */
record Asides(Services services, RunLog log, RunHistory history) {
  /** A node wrote a line; the disk gets it in its time. */
  void logged(String node, String line) {
    Instant at = services.now();
    Event event = new Event.Logged(node, line);
    var _ = log.append(at, Optional.empty(), List.of(), List.of(event));
    history.apply(event, at);
  }

  /** The engine lets go of the run; a store that cannot take the reason goes without. */
  void parked(String reason) {
    try {
      Event event = new Event.Parked(reason);
      Journal.await(log.append(services.now(), Optional.empty(), List.of(), List.of(event)));
    } catch (StoreException e) {
      System.getLogger(Asides.class.getName())
          .log(System.Logger.Level.DEBUG, "the reason cannot be kept", e);
    }
  }

  /**
   * The run is pinned to another definition; durable on return.
   *
   * @param state of the run, which waits
   * @param otherwise hears why the run must be let go, where the store cannot take it: its log
   *     takes nothing more then, and it is to be read anew
   * @throws StoreException when the store cannot take it
   */
  void upgraded(RunState state, Definition from, Definition to, Consumer<LetGo> otherwise) {
    String node = state.active().getFirst().task().node();
    Event event = new Event.Upgraded(node, from.text());
    try {
      Journal.await(log.upgrade(services.now(), event, to.hash(), to.text()));
    } catch (StoreException e) {
      otherwise.accept(LetGo.because(e));
      throw e;
    }
  }
}
