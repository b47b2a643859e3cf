package io.concertmaster.designer.run;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Turns many calls from any thread into few on the JavaFX thread: the first call soon, and one for
 * all that come within a pause after it. A run of a thousand quick steps redraws the window ten
 * times a second rather than a thousand times.
 */
public final class Pulse {
  private final Runnable action;
  private final Duration pause;
  private final AtomicBoolean asked = new AtomicBoolean();

  /**
   * Calls an action.
   *
   * @param millis how long the pause between two calls is at least
   */
  public Pulse(int millis, Runnable action) {
    this.pause = Duration.millis(millis);
    this.action = action;
  }

  /** Asks for a call; from any thread. */
  public void ask() {
    if (asked.compareAndSet(false, true)) {
      Platform.runLater(() -> {
        PauseTransition wait = new PauseTransition(pause);
        wait.setOnFinished(event -> {
          asked.set(false);
          action.run();
        });
        wait.play();
      });
    }
  }
}
