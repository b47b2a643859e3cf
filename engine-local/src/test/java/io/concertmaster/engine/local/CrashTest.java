package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a program in the middle of a run of 200 steps, at chosen moments, until a later one ends
 * the run. The judge is this process: it holds what the killed ones said was durable against what
 * the steps themselves wrote to files outside the store.
 */
class CrashTest {
  @TempDir Path folder;
  private Path home;
  private Path lines;
  private Path begun;

  @Test
  void everyLineIsThereOnceAndNoFinishedStepBeginsAgain() throws Exception {
    killAtRandomMoments(1, 5);
  }

  @Test
  @Tag("long")
  void twentyRunsAreKilledTwentyTimesEach() throws Exception {
    for (int seed = 1; seed <= 20; seed++) {
      killAtRandomMoments(seed, 20);
    }
  }

  private void killAtRandomMoments(long seed, int kills) throws Exception {
    home = folder.resolve("home-" + seed);
    lines = folder.resolve("lines-" + seed);
    begun = folder.resolve("begun-" + seed);
    Random random = new Random(seed);
    Set<String> durable = new HashSet<>();
    List<String> said = List.of();
    int cutShort = 0;
    for (int kill = 0; kill < kills && ended(said).isEmpty(); kill++) {
      int before = read(begun).size();
      Set<String> finished = Set.copyOf(durable);
      int after = random.nextInt(2 * CrashWorkload.STEPS / kills);
      said = runAndKill(after, random.nextInt(2_000_000));
      cutShort += ended(said).isEmpty() ? 1 : 0;
      judge(finished, before);
      said.stream()
          .filter(line -> line.startsWith("done s"))
          .forEach(line -> durable.add(line.substring("done ".length())));
    }
    if (ended(said).isEmpty()) {
      int before = read(begun).size();
      said = runAndKill(Integer.MAX_VALUE, 0);
      judge(durable, before);
    }
    assertThat(ended(said)).containsExactly("status SUCCEEDED");
    assertThat(cutShort).isGreaterThanOrEqualTo(2);
    assertThat(steps(read(lines))).hasSize(CrashWorkload.STEPS).doesNotHaveDuplicates();
    Map<String, Integer> times = new HashMap<>();
    steps(read(begun)).forEach(step -> times.merge(step, 1, Integer::sum));
    assertThat(times).hasSize(CrashWorkload.STEPS);
  }

  /** No step that an earlier process said was done began in the newest one. */
  private void judge(Set<String> finished, int before) throws Exception {
    List<String> all = read(begun);
    assertThat(steps(all.subList(before, all.size())))
        .doesNotContainAnyElementsOf(orNone(finished));
  }

  private static Set<String> orNone(Set<String> steps) {
    return steps.isEmpty() ? Set.of("none") : steps;
  }

  private static List<String> ended(List<String> said) {
    return said.stream().filter(line -> line.startsWith("status ")).toList();
  }

  /** The step of a key such as {@code 1f…/1/s17/0}. */
  private static List<String> steps(List<String> keys) {
    return keys.stream().map(key -> key.split("/", -1)[2]).toList();
  }

  private static List<String> read(Path file) throws Exception {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Starts the program, and kills it when so many steps more are done and some time has passed. */
  private List<String> runAndKill(int after, int nanos) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWorkload.class.getName(),
            home.toString(),
            lines.toString(),
            begun.toString());
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
    List<String> said = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      int done = 0;
      boolean killed = false;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.add(line);
        if (line.startsWith("done ") && done++ >= after && !killed) {
          long until = System.nanoTime() + nanos;
          while (System.nanoTime() < until) {
            Thread.onSpinWait();
          }
          process.toHandle().destroyForcibly(); // leaves what it said readable
          killed = true;
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).as(() -> "the program opened its store; errors: " + errors()).contains("open");
    return said;
  }

  private String errors() {
    try {
      return Files.readString(folder.resolve("errors.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
