package io.concertmaster.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearRunTest {
  @TempDir Path home;

  @Test
  void itemsGoThroughANodeAndCanBeReadAfterwards() throws Exception {
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
    nodes.put("start", NodeDefinition.of("test.start", 1, "Start"));
    nodes.put(
        "make",
        NodeDefinition.of("test.make", 1, "Make").withParameters(JsonObject.of("count", 3_000)));
    nodes.put(
        "set",
        NodeDefinition.of("test.set", 1, "Set")
            .withParameters(JsonObject.of("field", "twice", "value", "={{ $json.n * 2 }}")));
    Workflow workflow =
        new Workflow(
            "w",
            "W",
            io.concertmaster.model.Settings.DEFAULT,
            nodes,
            List.of(Connection.of("start", "make"), Connection.of("make", "set")),
            Map.of(),
            JsonObject.empty());
    RunId id;
    try (LocalEngine engine =
        LocalEngine.open(home, TestNodes.catalog(), LocalEngine.Options.DEFAULT.withReserve(0))) {
      id = engine.start(RunRequest.of(workflow, home));
      RunView view = engine.await(id);
      assertThat(view.summary().error()).isEmpty();
      assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(view.nodes().keySet()).containsExactly("start", "make", "set");
      assertThat(engine.runs(10)).hasSize(1);
    }
    try (LocalEngine engine =
        LocalEngine.open(home, TestNodes.catalog(), LocalEngine.Options.DEFAULT.withReserve(0))) {
      RunView view = engine.run(id).orElseThrow();
      ItemPage page = engine.items(view.nodes().get("set").last().outputs().get("main"), 2_999, 10);
      assertThat(page.total()).isEqualTo(3_000);
      assertThat(page.items().getFirst().json())
          .isEqualTo(JsonObject.of("n", 2_999, "name", "item 49").with("twice", 5_998));
      assertThat(page.items().getFirst().paired().getFirst().item()).isEqualTo(2_999);
    }
  }
}
