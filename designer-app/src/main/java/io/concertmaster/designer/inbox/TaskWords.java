package io.concertmaster.designer.inbox;

import io.concertmaster.hosted.desk.OpenTask;
import java.time.Duration;
import java.time.Instant;

/** How the time of a task is said. */
final class TaskWords {
  /** How a task stands to its time. */
  enum Urgency {
    NONE,
    SOON,
    OVERDUE
  }

  private TaskWords() {}

  static Urgency urgency(OpenTask task, Instant now) {
    if (task.due().filter(due -> !due.isAfter(now)).isPresent()) {
      return Urgency.OVERDUE;
    }
    return task.remind().filter(at -> !at.isAfter(now)).isPresent() ? Urgency.SOON : Urgency.NONE;
  }

  /** When it is due, such as {@code due in 3 h}; empty where it may wait. */
  static String due(OpenTask task, Instant now) {
    return task.due()
        .map(due ->
            due.isAfter(now)
                ? "due in " + span(Math.ceilDiv(Duration.between(now, due).toSeconds(), 60))
                : "overdue for " + span(Duration.between(due, now).toMinutes()))
        .orElse("");
  }

  private static String span(long whole) {
    long minutes = Math.max(1, whole);
    if (minutes < 60) {
      return minutes + " min";
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48 ? hours + " h" : Math.round(hours / 24.0) + " days";
  }
}
