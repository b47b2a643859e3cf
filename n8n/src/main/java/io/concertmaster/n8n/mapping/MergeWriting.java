package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.mapping.NodeMapping.Written;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Our merge as n8n's of version 3.2. */
final class MergeWriting {
  private MergeWriting() {}

  static Written write(JsonObject ours, Findings findings) {
    int inputs =
        ours.get("inputs") instanceof Number given ? Math.clamp(given.longValue(), 2, 10) : 2;
    String mode = text(ours, "mode", "append");
    JsonObject written =
        switch (mode) {
          case "combineByFields" -> byFields(ours, findings);
          case "byPosition" -> byPosition(ours, findings);
          case "allCombinations" -> combine("combineAll", ours, JsonObject.empty());
          case "sql" -> bySql(ours);
          case "choose" -> choose(ours);
          default -> JsonObject.empty();
        };
    boolean many = !mode.equals("combineByFields") && !mode.equals("allCombinations");
    int count = many ? inputs : 2;
    return new Written(
        MergeMapping.THEIRS,
        3.2,
        count > 2 ? written.with("numberInputs", count) : written,
        MergeMapping.inputs(count),
        List.of(Port.MAIN));
  }

  private static String text(JsonObject settings, String name, String otherwise) {
    return settings.get(name) instanceof String text ? text : otherwise;
  }

  private static boolean is(JsonObject settings, String name) {
    return Boolean.TRUE.equals(settings.get(name));
  }

  private static JsonObject byFields(JsonObject ours, Findings findings) {
    JsonObject options = JsonObject.empty();
    if (is(ours, "loose")) {
      options = options.with("fuzzyCompare", true);
    } else if (!is(ours, "strictTypes")) {
      findings.approximated(
          "options.fuzzyCompare", "numbers and texts that look alike do not match there");
    }
    if (Boolean.FALSE.equals(ours.get("dotNotation"))) {
      options = options.with("disableDotNotation", true);
    }
    if ("first".equals(ours.get("matches"))) {
      options = options.with("multipleMatches", "first");
    }
    JsonObject written = combine("combineByFields", ours, options);
    List<JsonObject> pairs = new ArrayList<>();
    for (JsonObject pair : ForeignNode.objects(ours.get("fields"))) {
      Object first = pair.get("first");
      Object second = pair.get("second");
      pairs.add(
          JsonObject.of(
              "field1", first, "field2", second == null || second.equals("") ? first : second));
    }
    written =
        written
            .with("advanced", true)
            .with("mergeByFields", JsonObject.of("values", JsonArray.copyOf(pairs)));
    return switch (text(ours, "join", "inner")) {
      case "left" -> written.with("joinMode", "enrichInput1");
      case "right" -> written.with("joinMode", "enrichInput2");
      case "outer" -> written.with("joinMode", "keepEverything");
      case "semi" -> written.with("outputDataFrom", "input1");
      case "semiSecond" -> written.with("outputDataFrom", "input2");
      case "anti" -> written.with("joinMode", "keepNonMatches").with("outputDataFrom", "input1");
      case "antiSecond" ->
          written.with("joinMode", "keepNonMatches").with("outputDataFrom", "input2");
      case "antiBoth" -> written.with("joinMode", "keepNonMatches");
      default -> written;
    };
  }

  private static JsonObject byPosition(JsonObject ours, Findings findings) {
    String without = text(ours, "without", "drop");
    if (without.equals("keepFirst")) {
      findings.approximated("options.includeUnpaired", "items of input 2 alone stay there too");
    }
    return combine(
        "combineByPosition",
        ours,
        without.equals("drop") ? JsonObject.empty() : JsonObject.of("includeUnpaired", true));
  }

  private static JsonObject combine(String by, JsonObject ours, JsonObject options) {
    JsonObject values =
        JsonObject.of(
            "resolveClash",
            switch (text(ours, "clash", "preferLast")) {
              case "preferFirst" -> "preferInput1";
              case "suffix", "suffixAll" -> "addSuffix";
              default -> "preferLast";
            },
            "mergeMode",
            is(ours, "deep") ? "deepMerge" : "shallowMerge");
    if (is(ours, "skipEmpty")) {
      values = values.with("overrideEmpty", true);
    }
    return JsonObject.of("mode", "combine", "combineBy", by)
        .with("options", options.with("clashHandling", JsonObject.of("values", values)));
  }

  private static JsonObject bySql(JsonObject ours) {
    JsonObject written = JsonObject.of("mode", "combineBySql", "query", ours.get("query"));
    JsonObject options =
        is(ours, "confirm") ? JsonObject.empty() : JsonObject.of("emptyQueryResult", "empty");
    return written.with("options", options);
  }

  private static JsonObject choose(JsonObject ours) {
    JsonObject written = JsonObject.of("mode", "chooseBranch");
    if ("empty".equals(ours.get("give"))) {
      return written.with("output", "empty");
    }
    Object from = ours.get("from");
    return from == null ? written : written.with("useDataOfInput", from);
  }
}
