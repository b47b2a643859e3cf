package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;

import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.Effect;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that sends 200,000 items through two nodes with expressions, or through one that keeps
 * them all in memory.
 */
public final class LargeWorkload {
  private LargeWorkload() {}

  /** Keeps what it gets, and much more. */
  private static final NodeType HOARD =
      TestNodes.node(
          "test.hoard",
          Effect.PURE,
          context -> {
            List<long[]> kept = new ArrayList<>();
            for (Item item : context.input()) {
              kept.add(new long[10_000]);
              context.output().add(item.withJson(item.json().with("kept", kept.size())));
            }
            return NodeResult.done();
          });

  /** Arguments: the home, and {@code hoard} to keep all. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    boolean hoard = arguments.length > 1;
    WorkflowBuilder builder =
        workflow("Large")
            .node("start", "test.start")
            .node("make", "test.make", "Make")
            .parameter("make", "count", 200_000)
            .node("twice", "test.set")
            .parameter("twice", "value", "={{ $json.n * 2 }}")
            .node("back", hoard ? "test.hoard" : "test.set")
            .connect("start -> make", "make -> twice", "twice -> back");
    if (!hoard) {
      builder.parameter("back", "value", "={{ $('Make').item.json.name }}");
    }
    try (LocalEngine engine =
        LocalEngine.open(home, TestNodes.catalog(HOARD), EngineFixture.options())) {
      RunView view = engine.await(engine.start(RunRequest.of(builder.build(), home)));
      System.out.println(view.status() + " " + view.nodes().get("back").itemsOut("main"));
      view.summary().error().ifPresent(error -> System.out.println(error.message()));
    }
  }
}
