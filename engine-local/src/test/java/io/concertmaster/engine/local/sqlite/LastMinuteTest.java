package io.concertmaster.engine.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Counts and times of the last minute. */
class LastMinuteTest {
  private final AtomicLong now = new AtomicLong(-5);

  private void pass(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void whatIsOlderThanAMinuteIsForgotten() {
    LastMinute counts = new LastMinute(2, now::get);
    counts.add(0, 3);
    pass(30);
    counts.add(0, 4);
    counts.add(1, 1);
    assertThat(counts.sums()).containsExactly(7, 1);
    assertThat(counts.seconds()).isBetween(29.9, 30.1);
    pass(40);
    assertThat(counts.sums()).containsExactly(4, 1);
    assertThat(counts.seconds()).isBetween(60.0, 65.0);
    pass(3_600);
    assertThat(counts.sums()).containsExactly(0, 0);
  }

  @Test
  void aQuantileIsAtMostAnEighthTooLong() {
    WaitingTimes times = new WaitingTimes();
    assertThat(times.quantile(0.5)).isZero();
    for (int millis = 1; millis <= 100; millis++) {
      times.add(TimeUnit.MILLISECONDS.toNanos(millis));
    }
    assertThat(times.quantile(0.5)).isBetween(Duration.ofMillis(50), Duration.ofMillis(57));
    assertThat(times.quantile(0.99)).isBetween(Duration.ofMillis(99), Duration.ofMillis(112));
  }
}
