package io.concertmaster.engine.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Recorded orders of n8n's execution order v1, where the recordings are at hand. They say in which
 * order nodes ran, not which way each condition went: there must be a way that gives this order.
 */
class OrderConformanceTest {
  /** Six conditions are asked at most, and each sends to one output, the other, or both. */
  private static final int WAYS = 3 * 3 * 3 * 3 * 3 * 3;

  @Test
  void recordedWorkflowsRunInTheRecordedOrder() throws Exception {
    Path file =
        Path.of(System.getProperty("concertmaster.shared", "none"))
            .resolve("conformance/n8n/engine-order.json");
    Assumptions.assumeTrue(Files.isReadable(file), "the recorded orders are not at hand");
    int judged = 0;
    for (Object each : (JsonArray) Json.parse(Files.readString(file))) {
      JsonObject recorded = (JsonObject) each;
      if ("v1".equals(recorded.get("engine"))) {
        List<String> expected =
            ((JsonArray) recorded.get("nodeExecutionOrder")).stream().map(String::valueOf).toList();
        assertThat(orders((JsonObject) recorded.get("workflow")))
            .as(String.valueOf(recorded.get("description")))
            .contains(expected);
        judged++;
      }
    }
    assertThat(judged).isPositive();
  }

  private static Set<List<String>> orders(JsonObject workflow) {
    Set<List<String>> orders = new HashSet<>();
    for (int way = 0; way < WAYS; way++) {
      orders.add(order(workflow, way));
    }
    return orders;
  }

  private static List<String> order(JsonObject workflow, int way) {
    DryRun run = new DryRun();
    Set<String> conditions = new HashSet<>();
    String start = "";
    for (Object each : (JsonArray) workflow.get("nodes")) {
      JsonObject node = (JsonObject) each;
      String name = (String) node.get("name");
      JsonArray place = (JsonArray) node.get("position");
      String type = (String) node.get("type");
      int height = ((Long) place.get(1)).intValue() * 10_000 + ((Long) place.get(0)).intValue();
      run.node(name, type.endsWith("merge") ? 2 : 1, height);
      if (type.endsWith(".if")) {
        conditions.add(name);
      }
      if (type.endsWith("manualTrigger")) {
        start = name;
      }
    }
    ((JsonObject) workflow.get("connections"))
        .forEach((from, outputs) -> connect(run, from, (JsonObject) outputs));
    int[] asked = {way};
    run.maxActivations = 60;
    run.outputs =
        task -> {
          if (!conditions.contains(task.node())) {
            return Map.of("o0", DryRun.ONE);
          }
          int output = asked[0] % 3;
          asked[0] /= 3;
          return output == 2
              ? Map.of("o0", DryRun.ONE, "o1", DryRun.ONE)
              : Map.of("o" + output, DryRun.ONE);
        };
    return run.start(start).order();
  }

  private static void connect(DryRun run, String from, JsonObject outputs) {
    JsonArray main = (JsonArray) outputs.get("main");
    for (int output = 0; output < main.size(); output++) {
      List<Object> wires = new ArrayList<>();
      if (main.get(output) instanceof JsonArray some) {
        wires.addAll(some);
      }
      for (Object wire : wires) {
        JsonObject to = (JsonObject) wire;
        run.connect(from + ":o" + output + " > " + to.get("node") + ":" + to.get("index"));
      }
    }
  }
}
