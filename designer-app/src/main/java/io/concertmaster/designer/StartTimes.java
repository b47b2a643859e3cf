package io.concertmaster.designer;

import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.EngineState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * When the parts of the window's start were reached, where the environment's {@code
 * CONCERTMASTER_TIMING} is set. It prints them together once the window can be used, a line each on
 * standard error, in milliseconds since Java began, and at last the processor time of the whole
 * process: printing and asking for processor times would themselves be a part of the start.
 */
final class StartTimes {
  /**
   * A frame is laid out in one pulse, drawn on another thread, and awaited by the next pulse before
   * that one hands over its own: what the first pulse laid out is on the screen when the third
   * begins.
   */
  private static final int PULSES_UNTIL_SEEN = 3;

  private record Part(String name, long at) {}

  private final boolean wanted = System.getenv("CONCERTMASTER_TIMING") != null;
  private final Queue<Part> parts = new ConcurrentLinkedQueue<>();

  /** Something is done; on any thread. */
  void reached(String part) {
    if (wanted) {
      parts.add(new Part(part, System.currentTimeMillis()));
    }
  }

  /**
   * Says when the document stands on the screen, when the window answers after that, and when the
   * engine is open. To be called when the document is open.
   */
  void untilUsable(EngineSession engine) {
    if (!wanted) {
      return;
    }
    engine
        .state()
        .subscribe(state -> {
          if (!(state instanceof EngineState.Opening)) {
            reached("engine");
          }
        });
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        pulses++;
        if (pulses == PULSES_UNTIL_SEEN) {
          stop();
          reached("drawn");
          Platform.runLater(StartTimes.this::usable);
        }
      }
    }.start();
  }

  private void usable() {
    reached("usable");
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
    parts.forEach(
        each -> System.err.println("start: " + each.name + " " + (each.at - begun) + " ms"));
    System.err.println("start: processor time " + cpu.toMillis() + " ms");
  }
}
