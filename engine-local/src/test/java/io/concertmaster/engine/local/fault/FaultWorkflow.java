package io.concertmaster.engine.local.fault;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import io.concertmaster.engine.RunRequest;
import io.concertmaster.model.Retry;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the runs of the proofs do, every other one with branches at the same time: a branch and a
 * merge, a loop, a wait, a step that fails at first, a call of another workflow, a step that must
 * not happen twice, and effects in between.
 */
final class FaultWorkflow {
  /** The steps that must not happen twice. */
  static final Set<String> UNSAFE = Set.of("post", "also");

  /** The step with which a run ends. */
  static final String LAST = "last";

  private static final Workflow CHILD =
      workflow("Child")
          .node("begin", "trigger.subworkflow")
          .node("work", "test.effect")
          .connect("begin -> work")
          .build();

  private static final Workflow WHOLE = whole().build();

  /** The same with a branch that works at the same time as the others. */
  private static final Workflow BRANCHES =
      whole()
          .settings(Settings.DEFAULT.withParallelBranches(3))
          .node("beside", "test.effect")
          .node("also", "test.post")
          .connect("first -> beside", "beside -> also")
          .build();

  private static WorkflowBuilder whole() {
    return workflow("Whole")
        .node("start", "test.start")
        .node("first", "test.effect")
        .node("even", "test.even")
        .node("left", "test.effect")
        .node("right", "test.effect")
        .node("merge", "test.merge")
        .node("turn", "test.turn")
        .node("round", "test.effect")
        .node("rest", "test.wait")
        .node("flaky", "test.flaky")
        .set("flaky", node -> node.withRetry(Optional.of(new Retry(3, Duration.ofMillis(5), 1))))
        .node("call", "test.call")
        .parameter("call", "file", "child.json")
        .node("post", "test.post")
        .node(LAST, "test.effect")
        .connect("start -> first", "first -> even", "even:true -> left", "even:false -> right")
        .connect("left -> merge:input1", "right -> merge:input2", "merge -> turn")
        .connect("turn:again -> round", "round -> turn", "turn:done -> rest")
        .connect("rest -> flaky", "flaky -> call", "call -> post", "post -> last");
  }

  private FaultWorkflow() {}

  /** Puts the file of the called workflow into a folder. */
  static void prepare(Path folder) throws WorkflowFileException {
    WorkflowFiles.save(CHILD, folder.resolve("child.json"));
  }

  /**
   * A run that can be told from others.
   *
   * @param folder where the called workflow lies
   * @param number what its two items hold: this and one more
   */
  static RunRequest request(Path folder, long number) {
    return new RunRequest(
        number % 4 == 0 ? WHOLE : BRANCHES,
        folder,
        List.of(item(number), item(number + 1)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Item item(long number) {
    return Item.of(JsonObject.of("n", number));
  }

  /** What a run with an even number sends in the end. */
  static List<JsonObject> sent(long number) {
    return List.of(JsonObject.of("n", number), JsonObject.of("n", number + 1));
  }
}
