package io.concertmaster.model;

import java.time.Duration;

/**
 * How a node that failed tries again.
 *
 * @param tries all tries together, the first one too; 2 to 100
 * @param pause the pause before the second try; at most a day
 * @param backoff by what each further pause is longer than the one before; 1 to 10
 */
public record Retry(int tries, Duration pause, double backoff) {
  public Retry {
    if (tries < 2 || tries > 100) {
      throw new IllegalArgumentException("tries must be 2 to 100, not " + tries);
    }
    if (pause.isNegative() || pause.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "the wait must be between nothing and a day, not " + pause);
    }
    if (!(backoff >= 1 && backoff <= 10)) {
      throw new IllegalArgumentException("the backoff must be 1 to 10, not " + backoff);
    }
  }

  /** The pause before a try, at most a day. */
  public Duration pauseBefore(int attempt) {
    double millis = (double) pause.toMillis() * Math.pow(backoff, Math.max(0, attempt - 2));
    return Duration.ofMillis((long) Math.min(millis, 86_400_000.0));
  }
}
