package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code executeWorkflowTrigger}, which says since version 1.1 what it expects, and {@code
 * errorTrigger}.
 */
final class CalledTriggerMapping implements NodeMapping {
  private static final String CALLED = "n8n-nodes-base.executeWorkflowTrigger";
  private static final String FAILED = "n8n-nodes-base.errorTrigger";
  private static final String OUR_CALLED = "trigger.subworkflow";
  private static final String OUR_FAILED = "trigger.error";

  @Override
  public List<String> types() {
    return List.of(CALLED, FAILED);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    if (node.type().equals(FAILED)) {
      return Optional.of(Mapped.trigger(OUR_FAILED, JsonObject.empty()));
    }
    List<Object> fields = new ArrayList<>();
    if (node.version() >= 1.1) {
      switch (node.text("inputSource", "workflowInputs")) {
        case "jsonExample" -> fields.addAll(names(node, findings));
        case "workflowInputs" -> {
          for (JsonObject field : node.objects("workflowInputs.values")) {
            Object name = field.get("name");
            if (name != null && !name.equals("")) {
              fields.add(name);
            }
          }
        }
        default -> {}
      }
    }
    JsonObject settings =
        fields.isEmpty() ? JsonObject.empty() : JsonObject.of("fields", JsonArray.copyOf(fields));
    return Optional.of(Mapped.trigger(OUR_CALLED, settings));
  }

  private static List<String> names(ForeignNode node, Findings findings) {
    try {
      return List.copyOf(Json.parseObject(node.text("jsonExample", "{}")).keySet());
    } catch (JsonException e) {
      findings.leftOut("jsonExample", "the example is no JSON object: everything comes in");
      return List.of();
    }
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    List<String> main = List.of(Port.MAIN);
    if (type.equals(OUR_FAILED)) {
      return Optional.of(new Written(FAILED, 1, JsonObject.empty(), List.of(), main));
    }
    if (!type.equals(OUR_CALLED)) {
      return Optional.empty();
    }
    JsonObject written = JsonObject.of("inputSource", "passthrough");
    if (ours.get("fields") instanceof JsonArray fields && !fields.isEmpty()) {
      List<JsonObject> values =
          fields.stream().map(name -> JsonObject.of("name", name, "type", "any")).toList();
      written = JsonObject.of("workflowInputs", JsonObject.of("values", JsonArray.copyOf(values)));
    }
    return Optional.of(new Written(CALLED, 1.1, written, List.of(), main));
  }
}
