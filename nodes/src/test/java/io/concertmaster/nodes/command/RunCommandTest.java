package io.concertmaster.nodes.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.Permission;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void on_a_posix_shell() {
    assumeTrue(File.separatorChar == '/', "needs sh");
  }

  private NodeRun allowed() {
    return NodeRun.of(new RunCommand()).allowing(Permission.COMMANDS).folder(folder);
  }

  @Test
  void the_descriptor_is_complete() {
    assertThat(DescriptorRules.complaints(new RunCommand())).isEmpty();
  }

  @Test
  void without_permission_nothing_runs_and_the_message_says_how_to_allow_it() throws Exception {
    Outcome outcome =
        NodeRun.of(new RunCommand())
            .folder(folder)
            .with("command", "touch made")
            .input(Item.of("a", 1))
            .run();

    assertThat(outcome.failure().orElseThrow()).hasMessageContaining("--allow-commands");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void each_item_runs_the_command_in_the_workflows_folder() throws Exception {
    Outcome outcome =
        allowed()
            .withPerItem("command", item -> "echo ' " + item.json().get("a") + "'; basename $PWD")
            .input(Item.of("a", "x"), Item.of("a", "y"))
            .run();

    assertThat(outcome.records())
        .containsExactly(
            JsonObject.of("exitCode", 0, "stderr", "").with("stdout", "x\n" + folder.getFileName()),
            JsonObject.of("exitCode", 0, "stderr", "")
                .with("stdout", "y\n" + folder.getFileName()));
  }

  @Test
  void once_runs_for_the_first_item_only() throws Exception {
    Outcome outcome =
        allowed()
            .with("once", true)
            .with("command", "echo hi")
            .input(Item.of("a", 1), Item.of("a", 2))
            .run();

    assertThat(outcome.records()).hasSize(1);
  }

  @Test
  void a_bad_exit_code_is_an_error_that_tells_what_the_command_said() throws Exception {
    NodeRun run = allowed().with("command", "echo no such luck >&2; exit 3").input(Item.of("a", 1));

    assertThat(run.run().rejected().getFirst().error())
        .hasMessage("The command ended with exit code 3: no such luck");
    assertThat(run.with("anyExit", true).run().records().getFirst())
        .containsEntry("exitCode", 3L)
        .containsEntry("stderr", "no such luck");
  }

  @Test
  void a_cancelled_run_kills_the_command_and_what_it_started() throws Exception {
    cancelling_kills_the_child_of("(sleep 60; touch late) & echo $! > child; sleep 60");
  }

  @Test
  void a_cancelled_run_kills_what_holds_the_output_open_after_the_shell_has_ended()
      throws Exception {
    cancelling_kills_the_child_of("sleep 60 & echo $! > child; sleep 0.2");
  }

  @Test
  void that_holds_for_a_shell_that_ended_too_soon_to_look_where_the_system_tells_environments()
      throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/environ")), "needs /proc");
    cancelling_kills_the_child_of("sleep 0.3; sleep 60 & echo $! > child");
  }

  private void cancelling_kills_the_child_of(String command) throws Exception {
    NodeRun run = allowed().with("command", command).input(Item.of("a", 1));
    AtomicReference<Throwable> ended = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                run.run();
              } catch (InterruptedException e) {
                ended.set(e);
              }
            });
    Path child = folder.resolve("child");
    while (!Files.exists(child) || Files.readString(child).isBlank()) {
      Thread.sleep(20);
    }
    Thread.sleep(400);
    thread.interrupt();

    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    long pid = Long.parseLong(Files.readString(child).strip());
    for (int i = 0; i < 100 && alive(pid); i++) {
      Thread.sleep(20);
    }
    assertThat(alive(pid)).isFalse();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
