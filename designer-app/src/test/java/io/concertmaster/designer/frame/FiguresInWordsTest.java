package io.concertmaster.designer.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.EngineMetrics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the engine does, in words. */
class FiguresInWordsTest {
  private static final EngineMetrics BUSY =
      new EngineMetrics(
          3,
          1_234_567,
          2_345.6,
          3_000_000,
          17,
          Duration.ofNanos(1_500_000),
          Duration.ofMillis(24),
          5,
          Duration.ofNanos(2_500_000),
          Duration.ofMillis(31),
          3L * 1_024 * 1_024,
          2_000L * 1_024 * 1_024);

  @Test
  void theLineTellsRunsSpeedAndSize() {
    assertThat(FiguresInWords.few(BUSY)).isEqualTo("3 runs · 2,346 steps/s · 2.0 GB");
    assertThat(FiguresInWords.few(EngineMetrics.idle(4_096, 16_384)))
        .isEqualTo("0 steps/s · 20 KB");
  }

  @Test
  void whoPointsThereIsToldTheRest() {
    assertThat(FiguresInWords.all(BUSY).lines())
        .contains(
            "Steps done: 1,234,567",
            "Writes that wait for the disk: 17",
            "Until the disk has a write: 1.5 ms mostly, 24.0 ms for 1 of 100",
            "Writes of items and files that wait: 5",
            "Until the disk has such a write: 2.5 ms mostly, 31.0 ms for 1 of 100",
            "Journal of the runs: 3.0 MB");
    assertThat(FiguresInWords.all(EngineMetrics.idle(0, 0)))
        .contains("Until the disk has a write: – mostly");
  }
}
