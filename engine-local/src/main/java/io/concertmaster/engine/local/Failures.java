package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;

/** Failures of the store as the engine's callers get them. */
final class Failures {
  private Failures() {}

  /** A question to the engine. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws EngineException;
  }

  static <T> T explained(Call<T> call) throws EngineException {
    try {
      return call.make();
    } catch (StoreException e) {
      throw of(e);
    }
  }

  /** A call that waits for the store. */
  @FunctionalInterface
  interface WaitingCall<T> {
    T make() throws EngineException, InterruptedException;
  }

  /**
   * The same for one that waits.
   *
   * @param interrupted what is said when the wait is interrupted
   */
  static <T> T explained(String interrupted, WaitingCall<T> call) throws EngineException {
    try {
      return call.make();
    } catch (StoreException e) {
      throw of(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(Reason.CLOSED, interrupted, e);
    }
  }

  /** Why a store cannot be opened. */
  static EngineException ofOpening(Path folder, StoreException e) {
    return e.isForWantOfRoom()
        ? new EngineException(
            Reason.STORE_FULL,
            "the disk of " + folder + " is full: free some space and open it again",
            e)
        : of(e);
  }

  static EngineException of(StoreException e) {
    Reason reason =
        switch (e.kind()) {
          case FULL -> Reason.STORE_FULL;
          case BUSY -> Reason.STORE_LOCKED;
          case DAMAGED, FAILED -> Reason.STORE_FAILED;
          case CLOSED -> Reason.CLOSED;
        };
    return new EngineException(reason, e.getMessage(), e);
  }
}
