package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.RunState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a run is to be let go, and why. Used under the run's lock.
 *
 * <p>Design note. It is let go when nothing works in it any more, and nothing begins meanwhile: a
 * step of another branch may be in the middle of its effect, and whoever takes the run up must find
 * it done or not done.
 */
final class Leaving {
  private final Asides asides;
  private @Nullable LetGo reason;
  private boolean told;

  Leaving(Asides asides) {
    this.asides = asides;
  }

  /**
   * The run is to be let go; the first reason counts.
   *
   * @param inJournal whether the journal is told of it
   */
  void set(LetGo why, boolean inJournal) {
    if (reason == null) {
      reason = why;
      told = inJournal;
    }
  }

  boolean isSet() {
    return reason != null;
  }

  /** Whether an event comes too late: nothing begins any more. */
  boolean refuses(Event event) {
    return isSet() && event instanceof Event.Began;
  }

  /** The reason in words. */
  Optional<String> why() {
    return Optional.ofNullable(reason).map(LetGo::text);
  }

  /** The reason, now that the run is let go. */
  LetGo reason(RunState state) {
    LetGo why = reason;
    if (why == null) {
      throw new IllegalStateException("nothing says that it leaves");
    }
    if (told && !state.ended()) {
      asides.parked(why.text());
    }
    return why;
  }
}
