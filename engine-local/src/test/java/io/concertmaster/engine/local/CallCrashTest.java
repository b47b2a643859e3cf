package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a program whose run calls other runs: in the end there was one run for each call. */
class CallCrashTest {
  @TempDir Path folder;

  @Test
  void noCallIsLostAndNoneIsMadeTwice() throws Exception {
    killAtRandomMoments(1, 3);
  }

  @Test
  @Tag("long")
  void tenRunsAreKilledTwelveTimesEach() throws Exception {
    for (int seed = 1; seed <= 10; seed++) {
      killAtRandomMoments(seed, 12);
    }
  }

  private void killAtRandomMoments(long seed, int kills) throws Exception {
    Path home = folder.resolve("home-" + seed);
    Random random = new Random(seed);
    String end = "";
    int cutShort = 0;
    for (int kill = 0; kill < kills && end.isEmpty(); kill++) {
      int after = random.nextInt(2 * CallCrashWorkload.CALLS / kills);
      end = run(home, after, random.nextInt(3_000_000));
      cutShort += end.isEmpty() ? 1 : 0;
    }
    if (end.isEmpty()) {
      end = run(home, Integer.MAX_VALUE, 0);
    }
    assertThat(cutShort).isPositive();
    assertThat(end).isEqualTo("status SUCCEEDED runs " + (1 + CallCrashWorkload.CALLS));
  }

  /**
   * Starts the program, and kills it when so many calls more are done and some time has passed.
   *
   * @return what it said at its end; an empty text where it was killed before
   */
  private String run(Path home, int after, int nanos) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CallCrashWorkload.class.getName(),
            home.toString());
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
    String end = "";
    try (BufferedReader reader = process.inputReader()) {
      int done = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("status ")) {
          end = line;
        } else if (done++ == after) {
          long until = System.nanoTime() + nanos;
          while (System.nanoTime() < until) {
            Thread.onSpinWait();
          }
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return end;
  }
}
