package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle of a run of 200 steps that each append a line to a file, then
 * {@code runs resume}: twelve times, at random moments. The file is the outside judge: every line
 * is there once. The journal tells whether a finished step was started again.
 */
final class CrashTest {
  private static final int STEPS = 200;
  private static final int KILLS = Integer.getInteger("concertmaster.kills", 12);

  @TempDir Path folder;

  @Test
  void a_run_killed_at_any_moment_goes_on_where_it_was() throws Exception {
    Random random = new Random();
    long seed = random.nextLong();
    random.setSeed(seed);
    int inTheMiddle = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Path round = Files.createDirectory(folder.resolve("round" + kill));
      int linesBefore = killedRun(round, 1 + random.nextInt(STEPS - 20), random.nextInt(8_000_000));
      Called resumed = Called.with("runs", "resume", "1", "--home", round.resolve("home"));
      String told =
          "seed " + seed + ", kill " + kill + ", after " + linesBefore + " lines: " + resumed.err();
      assertThat(resumed.exit()).as(told).isZero();
      assertThat(Files.readAllLines(round.resolve("log.txt"))).as(told).isEqualTo(expectedLines());
      List<String> again = startedAgain(round.resolve("home"));
      assertThat(again.size()).as("%s; started again: %s", told, again).isLessThanOrEqualTo(1);
      inTheMiddle += linesBefore < STEPS ? 1 : 0;
    }
    assertThat(inTheMiddle)
        .as("kills that came before the last step")
        .isGreaterThanOrEqualTo(KILLS - 2);
  }

  /**
   * Starts a run in a process of its own and kills it when some lines are written; how many there
   * were then.
   */
  private static int killedRun(Path round, int lines, int nanos) throws Exception {
    Path file = round.resolve("steps.workflow.json");
    WorkflowFiles.save(steps(), file);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                ConcertMaster.class.getName(),
                "run",
                file.toString(),
                "--home",
                round.resolve("home").toString())
            .redirectErrorStream(true)
            .redirectOutput(round.resolve("output.txt").toFile())
            .start();
    Path log = round.resolve("log.txt");
    while (process.isAlive() && countLines(log) < lines) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    TimeUnit.NANOSECONDS.sleep(nanos);
    process.destroyForcibly().waitFor();
    int written = countLines(log);
    assertThat(written).as(Files.readString(round.resolve("output.txt"))).isPositive();
    return written;
  }

  private static Workflow steps() {
    WorkflowBuilder builder =
        WorkflowBuilder.workflow("Two hundred steps").node("start", "trigger.manual");
    String before = "start";
    for (int step = 1; step <= STEPS; step++) {
      String id = "step" + step;
      builder
          .node(
              id,
              "file.write",
              id,
              JsonObject.of("path", "log.txt", "content", "text")
                  .with("text", "line " + step)
                  .with("mode", "append"))
          .connect(before + " -> " + id);
      before = id;
    }
    return builder.build();
  }

  private static List<String> expectedLines() {
    return IntStream.rangeClosed(1, STEPS).mapToObj(step -> "line " + step).toList();
  }

  /** The steps of which the journal knows more than one activation or try. */
  private static List<String> startedAgain(Path home) throws Exception {
    List<String> again = new ArrayList<>();
    try (Engine engine = Engines.openReadOnly(home)) {
      RunView view = engine.run(new RunId(1)).orElseThrow();
      assertThat(view.nodes()).hasSize(STEPS + 1);
      for (NodeView node : view.nodes().values()) {
        Activation last = node.last();
        if (node.activations().size() > 1 || last.attempt() > 1) {
          again.add(node.node());
        }
      }
    }
    return again;
  }

  private static int countLines(Path log) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log)) {
      return (int) lines.count();
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
