package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code summarize}: groups and what is worked out for each. */
final class SummarizeMapping implements NodeMapping {
  static final String OURS = "data.summarize";
  private static final String THEIRS = "n8n-nodes-base.summarize";

  /** What n8n puts before a field's name to name a result. */
  private static final Map<String, String> PREFIXES =
      Map.of(
          "append", "appended_",
          "average", "average_",
          "concatenate", "concatenated_",
          "count", "count_",
          "countUnique", "unique_count_",
          "max", "max_",
          "min", "min_",
          "sum", "sum_");

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    boolean first = node.version() < 1.1;
    boolean mustExist =
        first && !new Options(node, findings).flag("options.continueIfFieldNotFound", false);
    return Optional.of(
        Mapped.of(OURS, settings(node, findings, first ? "names" : "json", mustExist)));
  }

  /**
   * Our settings.
   *
   * @param groupValues what becomes of the values of groups, as our setting has it
   */
  static JsonObject settings(
      ForeignNode node, Findings findings, String groupValues, boolean mustExist) {
    Options options = new Options(node, findings);
    List<JsonObject> calculate =
        node.objects("fieldsToSummarize.values").stream()
            .map(entry -> calculation(entry, findings))
            .toList();
    String separated = options.choice("options.outputFormat", "separateItems");
    return new Settings()
        .put("groupBy", FieldNames.of(node.value("fieldsToSplitBy")))
        .put("calculate", JsonArray.copyOf(calculate))
        .put("texts", "texts", "numbers")
        .put("result", separated.equals("singleItem") ? "one" : "items", "items")
        .put("skipEmptyGroups", options.flag("options.skipEmptySplitFields", false), false)
        .put("groupValues", groupValues, "same")
        .put("flatNames", true, false)
        .put("mustExist", mustExist, false)
        .put("dots", !options.flag("options.disableDotNotation", false), true)
        .build();
  }

  private static JsonObject calculation(JsonObject entry, Findings findings) {
    String operation = entry.get("aggregation") instanceof String text ? text : "count";
    String field = entry.get("field") instanceof String text ? FieldNames.name(text) : "";
    if (FieldNames.isDynamic(field) || !PREFIXES.containsKey(operation)) {
      findings.approximated(
          "fieldsToSummarize", "the name of a result with an expression may differ: check it");
    }
    Settings ours = new Settings().put("operation", operation, "count").put("field", field);
    if (!field.isEmpty() && !FieldNames.isDynamic(field)) {
      ours.put("as", flat(PREFIXES.getOrDefault(operation, operation + "_") + field));
    }
    JsonObject made = ours.build();
    if (operation.equals("concatenate")) {
      made = made.with("separator", separator(entry));
    }
    return Boolean.TRUE.equals(entry.get("includeEmpty")) ? made.with("keepEmpty", true) : made;
  }

  private static String separator(JsonObject entry) {
    String chosen = entry.get("separateBy") instanceof String text ? text : ",";
    return chosen.equals("other")
        ? entry.get("customSeparator") instanceof String text ? text : ""
        : chosen;
  }

  private static String flat(String name) {
    return name.replaceAll("[\\]\\[\"]", "").replaceAll("[ .]", "_");
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    List<JsonObject> values =
        ours.objects("calculate").stream().map(entry -> written(entry, findings)).toList();
    JsonObject options =
        new Settings()
            .put("disableDotNotation", !ours.flag("dots", true), false)
            .put("outputFormat", ours.text("result", "items").equals("one") ? "singleItem" : null)
            .put("skipEmptySplitFields", ours.flag("skipEmptyGroups", false), false)
            .build();
    if (!ours.text("texts", "numbers").equals("texts")) {
      findings.approximated("texts", "n8n leaves texts out of sums, such as look like numbers too");
    }
    JsonObject theirs =
        new Settings()
            .put("fieldsToSummarize", JsonObject.of("values", JsonArray.copyOf(values)))
            .put("fieldsToSplitBy", FieldNames.joined(ours.value("groupBy")))
            .build()
            .with("options", options);
    return Optional.of(new Written(THEIRS, 1.1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }

  private static JsonObject written(JsonObject entry, Findings findings) {
    String operation = entry.get("operation") instanceof String text ? text : "count";
    String field = entry.get("field") instanceof String text ? text : "";
    if (!PREFIXES.containsKey(operation) || field.isEmpty()) {
      findings.leftOut(
          "calculate", "n8n does not know “" + operation + "” of “" + field + "”: it is left out");
    } else if (!flat(PREFIXES.get(operation) + field).equals(entry.get("as"))) {
      findings.approximated(
          "calculate", "n8n names this result " + flat(PREFIXES.get(operation) + field));
    }
    Settings theirs = new Settings().put("aggregation", operation, "count").put("field", field);
    if (operation.equals("concatenate")) {
      String separator = entry.get("separator") instanceof String text ? text : ", ";
      boolean known = List.of(",", ", ", "\n", " ").contains(separator);
      theirs.put("separateBy", known ? separator : "other", ",");
      theirs.put("customSeparator", known ? null : separator);
    }
    return theirs.put("includeEmpty", entry.get("keepEmpty"), false).build();
  }
}
