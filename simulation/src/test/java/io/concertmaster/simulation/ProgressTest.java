package io.concertmaster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgressTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  @Timeout(30)
  void aSeedThatTakesLongIsNamed() throws Exception {
    Progress progress = new Progress(out, 41, 1_000, Duration.ofMillis(40));
    progress.done(41, 1);
    while (!told().contains("seed 42 has been under way for")) {
      Thread.sleep(5);
    }
  }

  @Test
  void nowAndThenItSaysHowFarItHasCome() {
    Progress progress = new Progress(out, 1, 2, Duration.ofHours(1));
    progress.done(1, 1);
    progress.done(2, 2);
    progress.done(3, 3);
    assertThat(told()).isEqualToIgnoringNewLines("seed 2 is done");
  }
}
