package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a program again and again while 200 files come into the folder for which it waits. In the
 * end each file has its run, and none has two.
 */
class FolderCrashTest extends EngineFixture {
  private static final int FILES = 200;
  private static final int KILLS = 4;

  @TempDir Path place;
  private Path folder;

  @Test
  void eachOfTwoHundredFilesHasOneRun() throws Exception {
    folder = Files.createDirectory(place.resolve("in"));
    Process process = started();
    Thread writer = Thread.ofPlatform().start(this::write);
    Random random = new Random(5);
    int atKills = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Thread.sleep(60 + random.nextInt(300));
      int runs = kill == 0 ? 0 : runs(process);
      atKills += runs > 0 && runs < FILES ? 1 : 0;
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      process = started();
    }
    writer.join();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (runs(process) < FILES && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    Thread.sleep(700); // a file that were taken for new once more would have its second run by now
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(atKills).as("it was killed amid the runs").isPositive();

    open(TestNodes.catalog(new FolderTrigger()));
    for (RunSummary each : engine.interrupted()) {
      engine.resume(each.id());
    }
    List<String> names = new ArrayList<>();
    for (RunSummary each : engine.runs(1_000)) {
      RunView view = engine.await(each.id());
      assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
      names.add(String.valueOf(sent(view, "in", "main").getFirst().get("name")));
    }
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, FILES).mapToObj(i -> "f" + i + ".csv").toList());
  }

  /** The files come for about two seconds. */
  private void write() {
    try {
      for (int i = 0; i < FILES; i++) {
        Files.writeString(folder.resolve("f" + i + ".csv"), "a file");
        Thread.sleep(10);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process started() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            FolderCrashWorkload.class.getName(),
            home.toString(),
            folder.toString());
    Process process =
        new ProcessBuilder(command).redirectError(place.resolve("errors.txt").toFile()).start();
    assertThat(process.inputReader().readLine())
        .as(
            "the program opened its store; errors: %s",
            Files.readString(place.resolve("errors.txt")))
        .isEqualTo("open");
    return process;
  }

  private static int runs(Process process) throws Exception {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    BufferedReader reader = process.inputReader();
    return Integer.parseInt(reader.readLine().substring("runs ".length()));
  }
}
