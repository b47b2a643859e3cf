package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The program that {@link CrashTest} kills: runs 200 steps that each append a line to a file, or
 * takes up what an earlier one left. It says on its output what is durable.
 */
public final class CrashWorkload {
  static final int STEPS = 200;

  private CrashWorkload() {}

  /** Arguments: the home, the file to which steps append, the file in which they say they began. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path lines = Path.of(arguments[1]);
    Path begun = Path.of(arguments[2]);
    try (LocalEngine engine =
        LocalEngine.open(home, TestNodes.catalog(append(lines, begun)), EngineFixture.options())) {
      engine.subscribe(event -> {
        if (event instanceof RunEvent.NodeDone done) {
          say("done " + done.node());
        }
      });
      say("open");
      RunId id;
      if (engine.runs(1).isEmpty()) {
        id = engine.start(RunRequest.of(steps().build(), home));
      } else {
        id = engine.runs(1).getFirst().id();
        for (RunSummary each : engine.interrupted()) {
          engine.resume(each.id());
        }
      }
      RunView view = engine.await(id);
      say("status " + view.status());
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static WorkflowBuilder steps() {
    WorkflowBuilder steps = workflow("Steps").node("start", "test.start");
    String before = "start";
    for (int i = 0; i < STEPS; i++) {
      steps.node("s" + i, "test.append").connect(before + " -> s" + i);
      before = "s" + i;
    }
    return steps;
  }

  /**
   * Appends its key as a line, as an idempotent writer does: not where the line is there already; a
   * line that a crash cut in half is written anew.
   */
  private static NodeType append(Path lines, Path begun) {
    return TestNodes.node(
        "test.append",
        Effect.IDEMPOTENT,
        context -> {
          String key = context.idempotencyKey();
          try {
            write(begun, key + "\n");
            String text = Files.exists(lines) ? Files.readString(lines) : "";
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (!whole.equals(text)) {
              Files.writeString(lines, whole);
            }
            if (!List.of(whole.split("\n", -1)).contains(key)) {
              write(lines, key + "\n");
            }
          } catch (IOException e) {
            throw new NodeException("cannot append: " + e.getMessage(), e);
          }
          for (Item item : context.input()) {
            context.output().add(item);
          }
          return NodeResult.done();
        });
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(
        file,
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
