package io.concertmaster.designer.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodePolicyTest {
  private static final NodeDefinition NODE = NodeDefinition.of("a.b", 1, "Node");

  @Test
  void aNodeWithNothingSetHasNoValues() {
    assertThat(NodePolicy.of(NODE)).isEqualTo(JsonObject.empty());
  }

  @Test
  void valuesSurviveTheWayThroughTheSchema() {
    NodeDefinition node =
        NODE.withOnError(OnError.OUTPUT)
            .withOnUncertain(OnUncertain.RETRY)
            .withRetry(Optional.of(new Retry(4, Duration.ofMillis(2500), 2)))
            .withTimeout(Optional.of(Duration.ofSeconds(90)))
            .withDisabled(true)
            .withNote("careful");
    assertThat(NodePolicy.apply(NODE, NodePolicy.of(node))).isEqualTo(node);
  }

  @Test
  void whatIsOutOfBoundsCountsAsItsNearestRightValue() {
    NodeDefinition node =
        NodePolicy.apply(
            NODE, Json.parseObject("{\"retry\":true,\"tries\":1,\"backoff\":99,\"wait\":\"x\"}"));
    assertThat(node.retry()).contains(new Retry(2, Duration.ofSeconds(1), 10));
  }

  @Test
  void aPathInTheWorkflowsFolderIsWrittenRelativeToIt() {
    Path folder = Path.of("work").toAbsolutePath();
    assertThat(PathField.written(folder, folder.resolve("in/a.csv"))).isEqualTo("in/a.csv");
    assertThat(PathField.written(folder, folder.resolveSibling("b.csv")))
        .isEqualTo(folder.resolveSibling("b.csv").toString().replace('\\', '/'));
  }
}
