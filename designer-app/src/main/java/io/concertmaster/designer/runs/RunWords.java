package io.concertmaster.designer.runs;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import java.time.Duration;
import java.util.Locale;

/** Runs in words. */
public final class RunWords {
  private RunWords() {}

  /** How a run stands, in a word or two. */
  public static String status(RunStatus status) {
    return switch (status) {
      case RUNNING -> "running";
      case WAITING -> "waiting";
      case UNCERTAIN -> "needs a decision";
      case INTERRUPTED -> "interrupted";
      case SUCCEEDED -> "done";
      case FAILED -> "failed";
      case TIMED_OUT -> "timed out";
      case CANCELLED -> "cancelled";
    };
  }

  /** The style class of a status' colour: done, running, waiting, failed or quiet. */
  public static String tone(RunStatus status) {
    return switch (status) {
      case RUNNING -> "running";
      case WAITING, UNCERTAIN, INTERRUPTED -> "waiting";
      case SUCCEEDED -> "done";
      case FAILED, TIMED_OUT -> "failed";
      case CANCELLED -> "quiet";
    };
  }

  /**
   * A run in one line, such as {@code failed · Post to ERP}.
   *
   * @param failedNode the name of the node that failed, or empty
   */
  public static String line(RunSummary run, String failedNode) {
    String words = status(run.status());
    if (run.status() == RunStatus.FAILED && !failedNode.isEmpty()) {
      return words + " · " + failedNode;
    }
    return run.resumed() && run.status() == RunStatus.SUCCEEDED ? "resumed after a crash" : words;
  }

  /** A length of time as short as it can be read: 84 ms, 3.1 s, 2:07, 1:02:07. */
  public static String length(Duration time) {
    long millis = Math.max(0, time.toMillis());
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
    }
    long seconds = millis / 1000;
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
