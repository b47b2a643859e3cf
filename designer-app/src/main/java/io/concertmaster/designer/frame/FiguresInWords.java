package io.concertmaster.designer.frame;

import io.concertmaster.engine.EngineMetrics;
import java.time.Duration;
import java.util.Locale;

/** How an engine does, for people. */
final class FiguresInWords {
  private FiguresInWords() {}

  /** The figures of the line. */
  static String few(EngineMetrics metrics) {
    String runs = metrics.runs() == 0 ? "" : counted(metrics.runs(), "run") + " · ";
    return runs
        + rate(metrics.stepsPerSecond())
        + " steps/s · "
        + size(metrics.journalBytes() + metrics.itemBytes());
  }

  /** All figures, a line each. */
  static String all(EngineMetrics metrics) {
    return String.join(
        "\n",
        "Runs in hand: " + number(metrics.runs()),
        "Steps done: " + number(metrics.steps()),
        "Steps per second in the last minute: " + rate(metrics.stepsPerSecond()),
        "Writes that wait for the disk: " + number(metrics.queued()),
        "Until the disk has a write: "
            + millis(metrics.commitMedian())
            + " mostly, "
            + millis(metrics.commitP99())
            + " for 1 of 100",
        "Writes of items and files that wait: " + number(metrics.itemsQueued()),
        "Until the disk has such a write: "
            + millis(metrics.itemsMedian())
            + " mostly, "
            + millis(metrics.itemsP99())
            + " for 1 of 100",
        "Journal of the runs: " + size(metrics.journalBytes()),
        "Items and files: " + size(metrics.itemBytes()));
  }

  private static String counted(long number, String what) {
    return number(number) + " " + what + (number == 1 ? "" : "s");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rate(double rate) {
    return rate == 0 || rate >= 10
        ? number(Math.round(rate))
        : String.format(Locale.ROOT, "%.1f", rate);
  }

  private static String millis(Duration time) {
    return time.isZero() ? "–" : String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }

  private static String size(long bytes) {
    double kilobytes = bytes / 1_024.0;
    if (kilobytes < 1_024) {
      return Math.round(kilobytes) + " KB";
    }
    double megabytes = kilobytes / 1_024;
    return megabytes < 1_024
        ? String.format(Locale.ROOT, "%.1f MB", megabytes)
        : String.format(Locale.ROOT, "%.1f GB", megabytes / 1_024);
  }
}
