package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.Engine;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that want the word of a person: about a step that was cut short, or a newer definition. */
final class DecisionsTest {
  @TempDir Path folder;

  private static WorkflowBuilder posting(ServerSocket server) {
    return WorkflowBuilder.workflow("Posting")
        .node("start", "trigger.manual")
        .node("post", "http.request", "Post order")
        .parameter("post", "method", "POST")
        .parameter("post", "url", "http://127.0.0.1:" + server.getLocalPort() + "/")
        .connect("start -> post");
  }

  /** Starts a run and closes the engine while the server keeps silent. */
  private static void cutShort(Path home, Workflow workflow, ServerSocket server) throws Exception {
    Engine engine = Engines.open(home);
    engine.start(RunRequest.of(workflow, home));
    try (Socket asked = server.accept()) {
      assertThat(asked.getInputStream().read()).isEqualTo('P');
      engine.close();
    }
  }

  @Test
  void a_step_that_was_cut_short_is_asked_about_and_the_answer_counts() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      cutShort(folder, posting(server).build(), server);
    }
    assertThat(Called.with("runs", "list", "--home", folder).out()).contains("uncertain");
    assertThat(Called.with("runs", "show", "1", "--home", folder).out())
        .contains("“Post order”, which began at 20")
        .contains("runs resume 1 --uncertain retry");
    Called unanswered = Called.with("runs", "resume", "1", "--home", folder);
    assertThat(unanswered.exit()).isEqualTo(2);
    assertThat(unanswered.err()).contains("nobody knows if that step happened");
    Called skipped = Called.with("runs", "resume", "1", "--uncertain", "skip", "--home", folder);
    assertThat(skipped.exit()).as(skipped.err()).isZero();
  }

  @Test
  void a_run_that_waits_goes_on_with_a_newer_version_of_its_file() throws Exception {
    WorkflowBuilder waiting =
        WorkflowBuilder.workflow("Waiting")
            .id("waiting")
            .node("start", "trigger.manual")
            .node("hold", "flow.wait")
            .parameter("hold", "mode", "call")
            .connect("start -> hold");
    Path file = folder.resolve("waiting.workflow.json");
    Path home = folder.resolve("home");
    WorkflowFiles.save(waiting.build(), file);
    Called run = Called.with("run", file, "--home", home);
    assertThat(run.exit()).as(run.err()).isZero();

    WorkflowFiles.save(waiting.node("after", "flow.noOp").connect("hold -> after").build(), file);
    Called moved = Called.with("runs", "upgrade", "1", file, "--home", home);
    assertThat(moved.exit()).as(moved.err()).isZero();
    Called shown = Called.with("runs", "show", "1", "--home", home);
    assertThat(shown.out()).contains("goes on with a newer definition");
    Called ended = Called.with("runs", "resume", "1", "--json", "--all", "--home", home);
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("\"after\"");
    Called late = Called.with("runs", "upgrade", "1", file, "--home", home);
    assertThat(late.exit()).isEqualTo(2);
    assertThat(late.err().lines()).hasSize(1).first().asString().contains("it has ended");
  }

  @Test
  void of_two_branches_that_wait_the_answer_goes_to_the_one_that_is_named() throws Exception {
    Workflow waiting =
        WorkflowBuilder.workflow("Asking two")
            .settings(Settings.DEFAULT.withParallelBranches(2))
            .node("start", "trigger.manual")
            .node("one", "flow.wait", "First")
            .parameter("one", "mode", "call")
            .node("two", "flow.wait", "Second")
            .parameter("two", "mode", "call")
            .connect("start -> one", "start -> two")
            .build();
    Path file = folder.resolve("two.workflow.json");
    Path home = folder.resolve("home");
    WorkflowFiles.save(waiting, file);
    Called run = Called.with("run", file, "--home", home);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("runs resume 1 --node NODE");
    Called either = Called.with("runs", "resume", "1", "--home", home);
    assertThat(either.exit()).isEqualTo(2);
    assertThat(either.err()).contains("“First”", "“Second”", "say which by --node");
    Called second = Called.with("runs", "resume", "1", "--node", "Second", "--home", home);
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.out()).containsPattern("First +waiting").containsPattern("Second +done");
    Called first = Called.with("runs", "resume", "1", "--home", home);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("succeeded");
  }

  @Test
  void a_step_that_was_cut_short_beside_a_branch_that_waits_is_decided_about_first()
      throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Workflow workflow =
          posting(server)
              .settings(Settings.DEFAULT.withParallelBranches(2))
              .node("hold", "flow.wait")
              .parameter("hold", "mode", "call")
              .connect("start -> hold")
              .build();
      Engine engine = Engines.open(folder);
      RunId run = engine.start(RunRequest.of(workflow, folder));
      try (Socket asked = server.accept()) {
        assertThat(asked.getInputStream().read()).isEqualTo('P');
        while (engine.run(run).orElseThrow().answerToken().isEmpty()) {
          Thread.sleep(5);
        }
        engine.close();
      }
    }
    Called undecided = Called.with("runs", "resume", "1", "--home", folder);
    assertThat(undecided.exit()).isEqualTo(2);
    assertThat(undecided.err()).contains("nobody knows if that step happened");
    Called skipped = Called.with("runs", "resume", "1", "--uncertain", "skip", "--home", folder);
    assertThat(skipped.exit()).as(skipped.err()).isZero();
    assertThat(skipped.err()).contains("waits for an answer");
    Called ended = Called.with("runs", "resume", "1", "--home", folder);
    assertThat(ended.out()).as(ended.err()).contains("succeeded");
  }
}
