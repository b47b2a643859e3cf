package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Settings;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} does where a run waits: for a person it ends, for a time it stays. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WaitingRunTest {
  @TempDir Path folder;

  private Called run(WorkflowBuilder workflow, Object... more) throws Exception {
    Path file = folder.resolve("waits.workflow.json");
    WorkflowFiles.save(workflow.build(), file);
    List<Object> args = new ArrayList<>(List.of("run", file, "--home", folder.resolve("home")));
    args.addAll(List.of(more));
    return Called.with(args.toArray());
  }

  private Called resumed(Object... more) {
    List<Object> args =
        new ArrayList<>(List.of("runs", "resume", "1", "--home", folder.resolve("home")));
    args.addAll(List.of(more));
    return Called.with(args.toArray());
  }

  private static WorkflowBuilder task(double hours) {
    return WorkflowBuilder.workflow("Approving")
        .settings(Settings.DEFAULT.withParallelBranches(2))
        .node("start", "trigger.manual")
        .node("task", "flow.task", "Decide")
        .parameter("task", "title", "Approve it")
        .parameter("task", "due", "hours")
        .parameter("task", "hours", hours)
        .node("late", "flow.noOp", "Late")
        .connect("start -> task", "task:overdue -> late");
  }

  private static WorkflowBuilder paused(WorkflowBuilder workflow, double seconds) {
    return workflow
        .node("pause", "flow.wait", "Pause")
        .parameter("pause", "amount", seconds)
        .node("after", "flow.noOp", "After")
        .connect("start -> pause", "pause -> after");
  }

  @Test
  void a_task_with_a_due_time_ends_the_command_and_is_answered_later() throws Exception {
    Called run = run(task(5));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("waits for an answer until 20", "runs resume 1");
    Path answer = Files.writeString(folder.resolve("a.json"), "{\"decision\": \"rejected\"}");
    Called answered = resumed("--input", answer);
    assertThat(answered.exit()).as(answered.err()).isZero();
    assertThat(answered.out()).contains("succeeded").doesNotContain("Late");
  }

  @Test
  void a_branch_that_waits_for_a_moment_only_is_waited_for_beside_a_task() throws Exception {
    Called run = run(paused(task(5), 0.4));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("After +done").containsPattern("Decide +waiting");
  }

  @Test
  void a_task_whose_time_is_over_goes_on_by_overdue() throws Exception {
    Called run = run(task(0.4 / 3_600));
    assertThat(run.exit()).as(run.err()).isZero();
    Thread.sleep(500);
    Called late = resumed();
    assertThat(late.exit()).as(late.err()).isZero();
    assertThat(late.out()).containsPattern("Late +done").contains("succeeded");
  }

  @Test
  void the_timeout_holds_while_a_run_waits() throws Exception {
    WorkflowBuilder workflow = WorkflowBuilder.workflow("Pausing").node("start", "trigger.manual");
    Called run = run(paused(workflow, 3_600), "--timeout", "0.5");
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("ended by --timeout");
  }
}
