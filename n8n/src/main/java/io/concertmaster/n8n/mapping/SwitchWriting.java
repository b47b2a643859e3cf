package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.mapping.NodeMapping.Written;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Our switch as n8n's of version 3.2. */
final class SwitchWriting {
  private SwitchWriting() {}

  static Written write(String type, JsonObject parameters, Findings findings) {
    if ("number".equals(parameters.get("mode"))) {
      int count = parameters.get("outputs") instanceof Number given ? given.intValue() : 1;
      JsonObject written =
          JsonObject.of("mode", "expression", "numberOutputs", count)
              .with("output", parameters.get("number"))
              .with("options", JsonObject.empty());
      return written(type, written, count, false);
    }
    List<JsonObject> rules = new ArrayList<>();
    for (JsonObject way : ways(parameters)) {
      JsonObject conditions = TypedConditions.write(way, parameters, findings);
      JsonObject rule = JsonObject.of("conditions", conditions);
      rules.add(
          way.get("name") instanceof String name && !name.isBlank()
              ? rule.with("renameOutput", true).with("outputKey", name)
              : rule);
    }
    if (ForeignNode.objects(parameters.get("rules")).stream()
        .anyMatch(r -> r.containsKey("output"))) {
      findings.approximated(
          "rules", "each rule has an output of its own there: connect them again");
    }
    JsonObject written = JsonObject.of("rules", JsonObject.of("values", JsonArray.copyOf(rules)));
    JsonObject options = options(parameters);
    written = NodeConditions.loosened(written.with("options", options), parameters);
    boolean extra = "extra".equals(options.get("fallbackOutput"));
    return written(type, written, rules.size(), extra);
  }

  private static Written written(String type, JsonObject settings, int count, boolean fallback) {
    return new Written(
        type, 3.2, settings, SwitchMapping.inputs(), SwitchMapping.outputs(count, fallback));
  }

  /** The rules; cases are rules that compare the same value. */
  private static List<JsonObject> ways(JsonObject parameters) {
    if (!"value".equals(parameters.get("mode"))) {
      return ForeignNode.objects(parameters.get("rules"));
    }
    Object value = parameters.get("value");
    List<JsonObject> rules = new ArrayList<>();
    for (JsonObject way : ForeignNode.objects(parameters.get("cases"))) {
      JsonObject condition =
          JsonObject.of("left", value, "is", "equals").with("right", way.get("equals"));
      JsonObject rule = JsonObject.of("conditions", JsonArray.of(condition));
      rules.add(way.containsKey("name") ? rule.with("name", way.get("name")) : rule);
    }
    return rules;
  }

  private static JsonObject options(JsonObject parameters) {
    JsonObject options = JsonObject.empty();
    if ("all".equals(parameters.get("send"))) {
      options = options.with("allMatchingOutputs", true);
    }
    Object name = parameters.get("fallbackName");
    return switch (parameters.get("fallback") instanceof String text ? text : "none") {
      case "output" -> {
        JsonObject extra = options.with("fallbackOutput", "extra");
        yield name == null ? extra : extra.with("renameFallbackOutput", name);
      }
      case "existing" ->
          options.with(
              "fallbackOutput", parameters.get("fallbackTo") instanceof Number to ? to : 0L);
      default -> options;
    };
  }
}
