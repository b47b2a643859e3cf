package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.engine.Engine;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that another process has, and a disk that is full: one clear line, and nothing is lost.
 */
final class StoreTroubleTest {
  @TempDir Path folder;

  @Test
  void a_store_in_use_is_told_and_can_still_be_looked_at() throws Exception {
    Path home = folder.resolve("home");
    Path file = passing("input.txt");
    Files.writeString(folder.resolve("input.txt"), "hello");
    assertThat(Called.with("run", file, "--home", home).exit()).isZero();
    try (Engine other = Engines.open(home)) {
      assertThat(other.runs(10)).hasSize(1);
      Called run = Called.with("run", file, "--home", home);
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err().lines()).hasSize(1).first().asString().contains(home.toString());
      assertThat(Called.with("runs", "list", "--home", home).out()).contains("succeeded");
    }
    assertThat(Called.with("run", file, "--home", home).exit()).isZero();
  }

  @Test
  void an_empty_name_of_a_home_is_no_name() throws Exception {
    for (String name : new String[] {"", " "}) {
      Called list = Called.with("runs", "list", "--home", name);
      assertThat(list.exit()).isEqualTo(2);
      assertThat(list.err()).contains("--home is empty: name a folder");
    }
  }

  @Test
  void a_full_disk_is_told_and_the_run_goes_on_when_there_is_space() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        call("mount", "-t", "tmpfs", "-o", "size=110m", "tmpfs", disk.toString()),
        "needs the right to mount a small disk");
    try {
      byte[] noise = new byte[130 << 20];
      new Random(3).nextBytes(noise);
      Files.write(folder.resolve("noise.bin"), noise);
      Path file = passing("noise.bin");
      Path home = disk.resolve("home");

      Called run = Called.with("run", file, "--home", home);
      assertThat(run.exit()).isIn(1, 2);
      assertThat(run.err()).contains("full");
      assertThat(run.err().lines()).as(run.err()).hasSize(1);
      assertThat(Called.with("runs", "list", "--home", home).exit()).isZero();

      assertThat(call("mount", "-o", "remount,size=500m", disk.toString())).isTrue();
      Called again =
          Called.with("runs", "list", "--home", home).out().contains("interrupted")
              ? Called.with("runs", "resume", "1", "--home", home)
              : Called.with("run", file, "--home", home);
      assertThat(again.exit()).as(again.err()).isZero();
    } finally {
      call("umount", disk.toString());
    }
  }

  private Path passing(String input) throws Exception {
    Path file = folder.resolve("passing.workflow.json");
    WorkflowFiles.save(
        WorkflowBuilder.workflow("Passing")
            .node("start", "trigger.manual")
            .node("read", "file.read", "Read", JsonObject.of("path", input))
            .connect("start -> read")
            .build(),
        file);
    return file;
  }

  private static boolean call(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
