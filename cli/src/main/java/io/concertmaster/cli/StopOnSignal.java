package io.concertmaster.cli;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.RunId;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl+C in the middle of {@code run} cancels the run, as somebody who presses it expects, instead
 * of leaving one that looks interrupted. A crash still leaves the run to be resumed.
 */
final class StopOnSignal implements AutoCloseable {
  private final AtomicBoolean armed = new AtomicBoolean(true);
  private final Thread hook;

  StopOnSignal(Engine engine, RunId run) {
    hook =
        new Thread(
            () -> {
              if (armed.get()) {
                cancel(engine, run);
              }
            },
            "cancel-on-signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void cancel(Engine engine, RunId run) {
    try {
      engine.cancel(run);
      System.err.println("concertmaster: run " + run + " was cancelled");
    } catch (EngineException e) {
      System.err.println(
          "concertmaster: run " + run + " could not be cancelled: " + e.getMessage());
    }
    Runtime.getRuntime().halt(ExitCode.STOPPED);
  }

  /** The run has ended: nothing is left to cancel. */
  void disarm() {
    armed.set(false);
  }

  @Override
  public void close() {
    disarm();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already; the hook sees that it is disarmed.
      return;
    }
  }
}
