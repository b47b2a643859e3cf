package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code merge}: version 1 with its own modes, 2 with two inputs, 3 with up to ten and SQL. */
final class MergeMapping implements NodeMapping {
  static final String OURS = "flow.merge";
  static final String THEIRS = "n8n-nodes-base.merge";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(
        node,
        findings,
        "mode",
        "numberInputs",
        "combinationMode",
        "combineBy",
        "joinMode",
        "outputDataFrom",
        "fieldsToMatchString",
        "output",
        "options.multipleMatches",
        "options.fuzzyCompare",
        "options.includeUnpaired",
        "options.disableDotNotation");
    if (node.version() < 2) {
      return EarlyMerge.read(node, findings).map(settings -> mapped(settings, 2));
    }
    int inputs =
        node.version() >= 3 && node.value("numberInputs") instanceof Number given
            ? Math.clamp(given.longValue(), 2, 10)
            : 2;
    return settings(node, findings)
        .map(settings -> mapped(inputs > 2 ? settings.with("inputs", inputs) : settings, inputs));
  }

  static List<String> inputs(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> "input" + number).toList();
  }

  private static Mapped mapped(JsonObject settings, int inputs) {
    return Mapped.of(OURS, settings).withInputs(inputs(inputs));
  }

  private static Optional<JsonObject> settings(ForeignNode node, Findings findings) {
    String mode = node.text("mode", "append");
    return switch (mode) {
      case "append" -> Optional.of(JsonObject.empty());
      case "combine" -> combine(node, findings);
      case "combineBySql" -> Optional.of(bySql(node, findings));
      case "chooseBranch" -> Optional.of(choose(node));
      default -> {
        findings.leftOut("mode", "the way of merging “" + mode + "” is not known here");
        yield Optional.empty();
      }
    };
  }

  private static Optional<JsonObject> combine(ForeignNode node, Findings findings) {
    String way =
        node.version() < 3
            ? node.text("combinationMode", "mergeByFields")
            : node.text("combineBy", "combineByFields");
    return switch (way) {
      case "mergeByFields", "combineByFields" -> Optional.of(byFields(node));
      case "mergeByPosition", "combineByPosition" -> {
        JsonObject settings = JsonObject.of("mode", "byPosition");
        boolean all = node.flag("options.includeUnpaired", false);
        yield Optional.of(clash(all ? settings.with("without", "keep") : settings, node, ""));
      }
      case "multiplex", "combineAll" ->
          Optional.of(clash(JsonObject.of("mode", "allCombinations"), node, ""));
      default -> {
        findings.leftOut("combineBy", "the way of combining “" + way + "” is not known here");
        yield Optional.empty();
      }
    };
  }

  private static JsonObject byFields(ForeignNode node) {
    List<JsonObject> fields = new ArrayList<>();
    if (node.version() >= 3 && !node.flag("advanced", false)) {
      for (String name : node.text("fieldsToMatchString", "").split(",", -1)) {
        if (!name.isBlank()) {
          fields.add(JsonObject.of("first", name.strip()));
        }
      }
    } else {
      for (JsonObject pair : node.objects("mergeByFields.values")) {
        fields.add(pair(pair.get("field1"), pair.get("field2")));
      }
    }
    String join = node.text("joinMode", "keepMatches");
    String from = node.text("outputDataFrom", "both");
    JsonObject settings =
        JsonObject.of("mode", "combineByFields", "fields", JsonArray.copyOf(fields))
            .with("join", join(join, from))
            .with("aloneLast", true);
    if (join.equals("keepNonMatches") && from.equals("both")) {
      settings = settings.with("tellSource", true);
    }
    if (node.text("options.multipleMatches", "all").equals("first")) {
      settings = settings.with("matches", "first");
    }
    settings =
        settings.with(node.flag("options.fuzzyCompare", false) ? "loose" : "strictTypes", true);
    if (node.flag("options.disableDotNotation", false)) {
      settings = settings.with("dotNotation", false);
    }
    return clash(settings, node, join.equals("enrichInput2") ? "preferFirst" : "");
  }

  static JsonObject pair(@Nullable Object first, @Nullable Object second) {
    JsonObject pair = JsonObject.of("first", first instanceof String text ? text : "");
    return second == null || second.equals("") ? pair : pair.with("second", second);
  }

  private static String join(String join, String from) {
    return switch (join) {
      case "keepNonMatches" ->
          switch (from) {
            case "input1" -> "anti";
            case "input2" -> "antiSecond";
            default -> "antiBoth";
          };
      case "keepEverything" -> "outer";
      case "enrichInput1" -> "left";
      case "enrichInput2" -> "right";
      default ->
          switch (from) {
            case "input1" -> "semi";
            case "input2" -> "semiSecond";
            default -> "inner";
          };
    };
  }

  /** Adds how fields of the same name are settled. */
  private static JsonObject clash(JsonObject settings, ForeignNode node, String otherwise) {
    String path = "options.clashHandling.values.";
    String ours =
        switch (node.text(path + "resolveClash", "")) {
          case "preferInput1" -> "preferFirst";
          case "addSuffix" -> "suffixAll";
          case "" -> otherwise;
          default -> "";
        };
    JsonObject all = ours.isEmpty() ? settings : settings.with("clash", ours);
    if (node.text(path + "mergeMode", "deepMerge").equals("deepMerge")) {
      all = all.with("deep", true);
    }
    return node.flag(path + "overrideEmpty", false) ? all.with("skipEmpty", true) : all;
  }

  private static JsonObject bySql(ForeignNode node, Findings findings) {
    findings.approximated(
        "query",
        "SQLite answers the query here, not AlaSQL: numbers and texts differ, functions of"
            + " JavaScript are missing, and lists and objects are JSON inside the query");
    JsonObject settings =
        JsonObject.of(
            "mode",
            "sql",
            "query",
            node.value(
                "query", "SELECT * FROM input1 LEFT JOIN input2 ON input1.name = input2.id"));
    boolean empty =
        node.version() >= 3.2 && node.text("options.emptyQueryResult", "success").equals("empty");
    return empty ? settings : settings.with("confirm", true);
  }

  private static JsonObject choose(ForeignNode node) {
    JsonObject settings = JsonObject.of("mode", "choose");
    String output = node.text("output", node.version() < 3 ? "input1" : "specifiedInput");
    if (output.equals("empty")) {
      return settings.with("give", "empty");
    }
    if (node.version() < 3) {
      return output.equals("input2") ? settings.with("from", 2) : settings;
    }
    Object given = node.value("useDataOfInput", 1L);
    boolean digits = given instanceof String text && text.matches("\\d{1,2}");
    return settings.with("from", digits ? Long.valueOf((String) given) : given);
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return type.equals(OURS)
        ? Optional.of(MergeWriting.write(parameters, findings))
        : Optional.empty();
  }
}
