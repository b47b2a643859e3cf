package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import java.nio.file.Path;

/**
 * The program that {@link CallCrashTest} kills: runs 30 steps that each call a workflow, or takes
 * up what an earlier one left. It says on its output which steps are done.
 */
public final class CallCrashWorkload {
  static final int CALLS = 30;

  private CallCrashWorkload() {}

  /** Argument: the home. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    LocalEngine.Options options = EngineFixture.options().takingUp(true, true);
    try (LocalEngine engine =
        LocalEngine.open(
            home, TestNodes.catalog(CallingNodes.CALL, CallingNodes.CALLED), options)) {
      engine.subscribe(event -> {
        if (event instanceof RunEvent.NodeDone done && done.node().startsWith("c")) {
          System.out.println("done " + done.node());
          System.out.flush();
        }
      });
      RunId first = new RunId(1);
      if (engine.run(first).isEmpty()) {
        WorkflowFiles.save(child().build(), home.resolve("child.json"));
        engine.start(RunRequest.of(calls().build(), home));
      }
      RunView view = engine.await(first);
      System.out.println("status " + view.status() + " runs " + engine.runs(1_000).size());
      System.out.flush();
    }
  }

  private static WorkflowBuilder child() {
    return workflow("Child")
        .node("begin", "trigger.subworkflow")
        .node("work", "test.set")
        .connect("begin -> work");
  }

  private static WorkflowBuilder calls() {
    WorkflowBuilder calls = workflow("Calls").node("start", "test.start");
    String before = "start";
    for (int i = 0; i < CALLS; i++) {
      calls
          .node("c" + i, "test.call")
          .parameter("c" + i, "file", "child.json")
          .connect(before + " -> c" + i);
      before = "c" + i;
    }
    return calls;
  }
}
