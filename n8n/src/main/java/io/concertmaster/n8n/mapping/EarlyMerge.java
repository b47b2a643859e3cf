package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;

/** Merge of version 1, whose modes are others than today's. */
final class EarlyMerge {
  private EarlyMerge() {}

  static Optional<JsonObject> read(ForeignNode node, Findings findings) {
    String mode = node.text("mode", "append");
    return switch (mode) {
      case "append" -> Optional.of(JsonObject.empty());
      case "keepKeyMatches" -> Optional.of(byKey(node, "semi"));
      case "removeKeyMatches" -> Optional.of(byKey(node, "anti"));
      case "mergeByKey" -> {
        findings.approximated(
            "mode", "where several items of input 2 have the same value, the first counts here");
        yield Optional.of(overwriting(byKey(node, "left").with("matches", "first"), node));
      }
      case "mergeByIndex" -> Optional.of(byPosition(node));
      case "multiplex" -> Optional.of(JsonObject.of("mode", "allCombinations"));
      case "passThrough" -> {
        JsonObject settings = JsonObject.of("mode", "choose");
        boolean second = node.text("output", "input1").equals("input2");
        yield Optional.of(second ? settings.with("from", 2) : settings);
      }
      case "wait" -> Optional.of(JsonObject.of("mode", "choose", "give", "empty"));
      default -> {
        findings.leftOut("mode", "the way of merging “" + mode + "” is not known here");
        yield Optional.empty();
      }
    };
  }

  private static JsonObject byKey(ForeignNode node, String join) {
    JsonObject pair = MergeMapping.pair(node.value("propertyName1"), node.value("propertyName2"));
    return JsonObject.of("mode", "combineByFields", "fields", JsonArray.of(pair))
        .with("join", join)
        .with("strictTypes", true);
  }

  private static JsonObject overwriting(JsonObject settings, ForeignNode node) {
    return switch (node.text("overwrite", "always")) {
      case "blank" -> settings.with("clash", "preferFirst").with("skipEmpty", true);
      case "undefined" -> settings.with("clash", "preferFirst");
      default -> settings;
    };
  }

  private static JsonObject byPosition(ForeignNode node) {
    JsonObject settings = JsonObject.of("mode", "byPosition", "deep", true);
    return switch (node.text("join", "left")) {
      case "inner" -> settings;
      case "outer" -> settings.with("without", "keep");
      default -> settings.with("without", "keepFirst");
    };
  }
}
