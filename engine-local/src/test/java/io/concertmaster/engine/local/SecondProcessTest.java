package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SecondProcessTest extends EngineFixture {
  /** What a process of its own says, both outputs together. */
  private String process(String heap, Class<?> program, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                heap,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test
  void aSecondProcessIsKeptOutEvenAfterThisOneTriedTwiceAndLooked() throws Exception {
    open(TestNodes.catalog());
    assertThatThrownBy(() -> LocalEngine.open(home, TestNodes.catalog(), options()))
        .isInstanceOf(EngineException.class);
    try (Engine reader = LocalEngine.openReadOnly(home)) {
      assertThat(reader.runs(1)).isEmpty();
    }
    String lines = home.resolve("lines").toString();
    assertThat(process("-Xmx64m", CrashWorkload.class, home.toString(), lines, lines))
        .contains(
            "in use by another ConcertMaster (process " + ProcessHandle.current().pid() + ")");
    close();
    assertThat(process("-Xmx64m", CrashWorkload.class, home.toString(), lines, lines + "2"))
        .contains("status SUCCEEDED");
  }

  @Test
  void twoHundredThousandItemsPassThroughASmallHeap() throws Exception {
    assertThat(process("-Xmx64m", LargeWorkload.class, home.toString()))
        .contains("SUCCEEDED 200000");
  }

  @Test
  void aRunThatUsesUpTheMemoryEndsAndDoesNotHang() throws Exception {
    assertThat(process("-Xmx64m", LargeWorkload.class, home.toString(), "hoard"))
        .containsAnyOf("FAILED", "INTERRUPTED")
        .contains("memory is used up");
  }
}
