package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs of which the journal does not tell enough to go on. Such a run can be ended by its row
 * alone, so that it does not lie there for ever and a later prune takes it away.
 */
final class DamagedRuns {
  private DamagedRuns() {}

  /** Brings a run that has not ended into memory. */
  @FunctionalInterface
  interface Load {
    /** The run; empty where it has ended. */
    Optional<LiveRun> of(RunId id) throws EngineException;
  }

  /**
   * A run that is to be ended; one that is damaged is ended, durably, on return.
   *
   * @return empty where the run has ended
   */
  static Optional<LiveRun> loadOrEnd(Services services, RunId id, Load load)
      throws EngineException {
    try {
      return load.of(id);
    } catch (StoreException e) {
      e.throwUnlessDamaged();
      end(services, id, e.getMessage());
    } catch (EngineException e) {
      if (e.reason() != Reason.STORE_FAILED) {
        throw e;
      }
      end(services, id, Objects.requireNonNullElse(e.getMessage(), "its events"));
    }
    return Optional.empty();
  }

  private static void end(Services services, RunId id, String damage) {
    services.journal().endDamaged(id.number(), damage, services.now());
  }
}
