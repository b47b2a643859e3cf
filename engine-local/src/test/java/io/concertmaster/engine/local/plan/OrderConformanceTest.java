package io.concertmaster.engine.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Recorded orders of n8n's execution orders, where the recordings are at hand. Where a recording
 * tells what a condition sent, that is sent here too; of other conditions it does not say which way
 * they went, and there must be a way that gives this order.
 */
class OrderConformanceTest {
  /** Six conditions are asked at most, and each sends to one output, the other, or both. */
  private static final int WAYS = 3 * 3 * 3 * 3 * 3 * 3;

  @ParameterizedTest
  @EnumSource
  void recordedWorkflowsRunInTheRecordedOrder(ExecutionOrder order) throws Exception {
    Path file =
        Path.of(System.getProperty("concertmaster.shared", "none"))
            .resolve("conformance/n8n/engine-order.json");
    Assumptions.assumeTrue(Files.isReadable(file), "the recorded orders are not at hand");
    int judged = 0;
    for (Object each : (JsonArray) Json.parse(Files.readString(file))) {
      JsonObject recorded = (JsonObject) each;
      if (order.id().equals(recorded.get("engine"))) {
        List<String> expected =
            ((JsonArray) recorded.get("nodeExecutionOrder")).stream().map(String::valueOf).toList();
        assertThat(orders(recorded, order))
            .as(String.valueOf(recorded.get("description")))
            .contains(expected);
        judged++;
      }
    }
    assertThat(judged).isPositive();
  }

  private static Set<List<String>> orders(JsonObject recorded, ExecutionOrder order) {
    Set<List<String>> orders = new HashSet<>();
    for (int way = 0; way < WAYS; way++) {
      orders.add(order(recorded, order, way));
    }
    return orders;
  }

  private static List<String> order(JsonObject recorded, ExecutionOrder order, int way) {
    JsonObject workflow = (JsonObject) recorded.get("workflow");
    JsonObject data =
        recorded.get("nodeData") instanceof JsonObject some ? some : JsonObject.empty();
    DryRun run = new DryRun();
    run.nodeOrder = order;
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
          if (data.get(task.node()) instanceof JsonArray runs) {
            return sent((JsonArray) runs.get(task.runIndex()), order);
          }
          int output = asked[0] % 3;
          asked[0] /= 3;
          return output == 2
              ? Map.of("o0", DryRun.ONE, "o1", DryRun.ONE)
              : Map.of("o" + output, DryRun.ONE);
        };
    return run.start(start).order();
  }

  /** The recordings of v0 tell the first output alone; what is not there went to the second. */
  private static Map<String, ItemListRef> sent(JsonArray activation, ExecutionOrder order) {
    if (order == ExecutionOrder.V0) {
      return Map.of(activation.isEmpty() ? "o1" : "o0", DryRun.ONE);
    }
    Map<String, ItemListRef> outputs = new HashMap<>();
    for (int output = 0; output < activation.size(); output++) {
      if (activation.get(output) instanceof JsonArray items && !items.isEmpty()) {
        outputs.put("o" + output, DryRun.ONE);
      }
    }
    return outputs.isEmpty() ? Map.of("o1", DryRun.ONE) : outputs;
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
