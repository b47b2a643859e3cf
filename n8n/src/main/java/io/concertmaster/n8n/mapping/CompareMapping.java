package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code compareDatasets}: version 1 names the sides by numbers, 2 by letters. */
final class CompareMapping implements NodeMapping {
  private static final String OURS = "data.compareDatasets";
  private static final String THEIRS = "n8n-nodes-base.compareDatasets";
  private static final List<String> INPUTS = List.of("a", "b");
  private static final List<String> OUTPUTS = List.of("onlyA", "same", "different", "onlyB");

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(
        node,
        findings,
        "resolve",
        "preferWhenMix",
        "fuzzyCompare",
        "options.fuzzyCompare",
        "options.multipleMatches",
        "options.disableDotNotation");
    boolean first = node.version() < 2;
    List<JsonObject> fields = new ArrayList<>();
    for (JsonObject pair : node.objects("mergeByFields.values")) {
      fields.add(MergeMapping.pair(pair.get("field1"), pair.get("field2")));
    }
    JsonObject settings = JsonObject.of("fields", JsonArray.copyOf(fields));
    String resolve = node.text("resolve", first ? "preferInput2" : "includeBoth");
    settings =
        switch (resolve) {
          case "preferInput1" -> settings.with("different", "preferA");
          case "preferInput2" -> settings.with("different", "preferB");
          case "mix" -> mix(settings, node);
          default -> first ? settings.with("names", "numbers") : settings;
        };
    settings = names(settings, "skip", node.value("options.skipFields"));
    if (node.text("options.multipleMatches", "first").equals("all")) {
      settings = settings.with("matches", "all");
    }
    if (node.flag(first ? "options.fuzzyCompare" : "fuzzyCompare", false)) {
      settings = settings.with("loose", true);
      settings = node.version() < 2.1 ? settings.with("missingIsEmpty", false) : settings;
      settings = node.version() < 2.3 ? settings.with("zeroIsEmpty", false) : settings;
    }
    if (node.flag("options.disableDotNotation", false)) {
      settings = settings.with("dotNotation", false);
    }
    return Optional.of(Mapped.of(OURS, settings).withInputs(INPUTS).withOutputs(OUTPUTS));
  }

  private static JsonObject mix(JsonObject settings, ForeignNode node) {
    JsonObject mix = settings.with("different", "mix");
    mix = node.text("preferWhenMix", "input1").equals("input2") ? mix.with("mixFrom", "b") : mix;
    return names(mix, "mixExcept", node.value("exceptWhenMix"));
  }

  private static JsonObject names(JsonObject settings, String name, @Nullable Object given) {
    if (!(given instanceof String text) || text.isBlank()) {
      return settings;
    }
    return settings.with(
        name,
        text.startsWith("=")
            ? text
            : JsonArray.copyOf(Arrays.asList(text.strip().split("\\s*,\\s*"))));
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    return type.equals(OURS)
        ? Optional.of(new Written(THEIRS, 2.3, written(ours), INPUTS, OUTPUTS))
        : Optional.empty();
  }

  private static JsonObject written(JsonObject ours) {
    List<JsonObject> pairs = new ArrayList<>();
    for (JsonObject pair : ForeignNode.objects(ours.get("fields"))) {
      Object first = pair.get("first");
      Object second = pair.get("second");
      pairs.add(
          JsonObject.of(
              "field1", first, "field2", second == null || second.equals("") ? first : second));
    }
    JsonObject written =
        JsonObject.of("mergeByFields", JsonObject.of("values", JsonArray.copyOf(pairs)));
    JsonObject options = JsonObject.empty();
    written =
        switch (ours.get("different") instanceof String text ? text : "both") {
          case "preferA" -> written.with("resolve", "preferInput1");
          case "preferB" -> written.with("resolve", "preferInput2");
          case "mix" ->
              written
                  .with("resolve", "mix")
                  .with("preferWhenMix", "b".equals(ours.get("mixFrom")) ? "input2" : "input1")
                  .with("exceptWhenMix", listed(ours.get("mixExcept")));
          default -> written.with("resolve", "includeBoth");
        };
    if (Boolean.TRUE.equals(ours.get("loose"))) {
      written = written.with("fuzzyCompare", true);
    }
    if (ours.containsKey("skip")) {
      options = options.with("skipFields", listed(ours.get("skip")));
    }
    if ("all".equals(ours.get("matches"))) {
      options = options.with("multipleMatches", "all");
    }
    if (Boolean.FALSE.equals(ours.get("dotNotation"))) {
      options = options.with("disableDotNotation", true);
    }
    return written.with("options", options);
  }

  private static Object listed(@Nullable Object names) {
    return names instanceof JsonArray list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : names == null ? "" : names;
  }
}
