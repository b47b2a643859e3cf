package io.concertmaster.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Small versions of {@code dev/memory}, each in a process of its own with a heap of 64 MB. */
class MemoryWorkloadTest {
  private static final int SECONDS = 240;

  /** What a workload prints, value by name. */
  private static Map<String, String> process(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryWorkload.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    Map<String, String> values = new HashMap<>();
    for (String line : said.lines().toList()) {
      int blank = line.indexOf(' ');
      values.put(line.substring(0, Math.max(0, blank)), line.substring(blank + 1));
    }
    return values;
  }

  @Test
  void sorts_groups_and_joins_go_over_the_disk() throws Exception {
    assertThat(process("hold", "120000"))
        .containsEntry("status", "SUCCEEDED")
        .containsEntry("sort", "120000")
        .containsEntry("distinct", "120000")
        .containsEntry("join", "120000")
        .containsEntry("compare", "120000");
  }

  @Test
  void a_huge_sort_leaves_small_runs_their_turn() throws Exception {
    Map<String, String> values = process("fair", "220000");

    assertThat(values).containsEntry("status", "SUCCEEDED").containsEntry("sorted", "220000");
    // On a quiet machine twice; the rest is for machines that do much else.
    assertThat(Double.parseDouble(values.get("times"))).isBetween(0.1, 12.0);
  }

  @Test
  void a_slow_disk_holds_back_who_writes() throws Exception {
    assertThat(process("slow", "60000"))
        .containsEntry("status", "SUCCEEDED")
        .containsEntry("passed", "60000");
  }
}
