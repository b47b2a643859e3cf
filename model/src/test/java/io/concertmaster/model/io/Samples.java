package io.concertmaster.model.io;

import io.concertmaster.model.Concurrency;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.OnError;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workflows that use every part of the format. */
final class Samples {
  private Samples() {}

  /** The sample of the format's documentation. */
  static final String ORDERS =
      """
      {
        "format": 1,
        "id": "order-intake",
        "name": "Order intake",
        "settings": { "timezone": "Europe/Amsterdam", "timeout": "PT1H" },
        "nodes": {
          "fetch": { "type": "sftp.read", "version": 1, "name": "Fetch EDI 850" },
          "check": {
            "type": "flow.if",
            "version": 1,
            "name": "Over 10,000?",
            "parameters": {
              "conditions": [ { "left": "={{ $json.total }}", "is": "greaterThan", "right": 10000 } ]
            }
          },
          "insert": {
            "type": "sql.insert",
            "version": 1,
            "name": "Insert orders",
            "credentials": { "sql": "acme" },
            "onError": "output",
            "retry": { "tries": 3, "wait": "PT2S" }
          }
        },
        "connections": [
          "fetch -> check",
          "check:true -> approve",
          "check:false -> insert",
          "insert:error -> rejects"
        ],
        "layout": {
          "fetch": [40, 120],
          "check": [280, 120.5]
        }
      }
      """;

  /** A workflow in which everything that can be set is set. */
  static Workflow everything() {
    Settings settings =
        new Settings(
            Optional.of(ZoneId.of("Europe/Amsterdam")),
            Optional.of(Duration.ofHours(1)),
            ExecutionOrder.V0,
            4,
            Optional.of("errors.workflow.json"),
            new Concurrency(1, Concurrency.Overlap.SKIP),
            JsonObject.of("parallel", true));
    Item pinned =
        Item.of("text", "ünïcode \u0001 \"quoted\" \\ 🎼")
            .withBinary(
                Map.of(
                    "b",
                    new BinaryData("x1", "b.csv", "text/csv", 5),
                    "a",
                    new BinaryData("x2", "", "application/octet-stream", 0)))
            .pairedTo(2, 1);
    JsonObject numbers =
        JsonObject.builder()
            .put("whole", 10_000L)
            .put("long", new java.math.BigDecimal("123456789012345678901234567890"))
            .put("real", 0.1)
            .put("tiny", 1e-9)
            .put("huge", 1e300)
            .put("none", null)
            .put("list", JsonArray.of(1, "two", JsonArray.empty(), JsonObject.empty()))
            .build();
    Workflow built =
        WorkflowBuilder.workflow("Everything")
            .id("everything")
            .settings(settings)
            .node("start", "trigger.manual", "Start")
            .node("all", "x.unknown", "All of it", numbers)
            .set(
                "all",
                node ->
                    node.withOnError(OnError.OUTPUT)
                        .withOnUncertain(OnUncertain.RETRY)
                        .withRetry(Optional.of(new Retry(3, Duration.ofSeconds(2), 1.5)))
                        .withTimeout(Optional.of(Duration.ofMillis(1500)))
                        .withExecuteOnce(true)
                        .withAlwaysOutput(true)
                        .withDisabled(true)
                        .withNote("two\nlines")
                        .withPinned(Optional.of(List.of(pinned, Item.of(JsonObject.empty())))))
            .node("note", "note.sticky", "Note")
            .connect("start -> all", "all:error -> note", "all -> note:input2")
            .at("start", 0, 0)
            .at("note", -12.25, 1e7, 240, 160)
            .build();
    return new Workflow(
        built.id(),
        built.name(),
        built.settings(),
        built.nodes(),
        built.connections(),
        built.layout(),
        JsonObject.of("$schema", "https://example.org/s.json", "owner", JsonArray.of("a", "b")));
  }
}
