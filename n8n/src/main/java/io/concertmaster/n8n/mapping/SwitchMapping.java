package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch}: version 1 with four outputs, 2 with one for each rule, both comparing one value
 * as JavaScript does; from 3 on with typed conditions.
 */
final class SwitchMapping implements NodeMapping {
  private static final String OURS = "flow.switch";
  private static final String THEIRS = "n8n-nodes-base.switch";
  private static final String FALLBACK = "fallback";
  private static final int FIRST_OUTPUTS = 4;

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
        "dataType",
        "numberOutputs",
        "outputsAmount",
        "fallbackOutput",
        "options.fallbackOutput",
        "options.allMatchingOutputs",
        "options.ignoreCase",
        "options.looseTypeValidation",
        "looseTypeValidation");
    Optional<Mapped> mapped =
        node.text("mode", "rules").equals("expression")
            ? Optional.of(byNumber(node))
            : node.version() < 3 ? early(node) : typed(node);
    if (mapped.isEmpty()) {
      findings.leftOut("rules", NodeConditions.UNKNOWN);
    }
    return mapped;
  }

  private static Mapped byNumber(ForeignNode node) {
    String count = node.version() < 3 ? "outputsAmount" : "numberOutputs";
    Object given = node.version() < 2 ? null : node.value(count);
    int outputs =
        given instanceof Number number ? Math.clamp(number.longValue(), 1, 1000) : FIRST_OUTPUTS;
    JsonObject settings =
        JsonObject.of("mode", "number", "number", node.value("output", 0L))
            .with("outputs", outputs);
    return Mapped.of(OURS, settings).withOutputs(ports(outputs, false));
  }

  private static Optional<Mapped> early(ForeignNode node) {
    boolean four = node.version() < 2;
    String type = node.text("dataType", "number");
    Object left = node.value("value1", EarlyConditions.noValue(type));
    List<JsonObject> rules = new ArrayList<>();
    for (JsonObject given : node.objects("rules.rules")) {
      Optional<JsonObject> condition = EarlyConditions.one(type, left, given);
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      JsonObject rule = JsonObject.of("conditions", JsonArray.of(condition.get()));
      Object output = given.get("output");
      rules.add(
          four
              ? rule.with("output", output instanceof Number ? output : 0L)
              : named(rule, given.get("outputKey")));
    }
    JsonObject settings = JsonObject.of("rules", JsonArray.copyOf(rules), "types", "script");
    settings = four ? settings.with("outputs", FIRST_OUTPUTS) : settings;
    Object fallback = node.value("fallbackOutput", -1L);
    int count = four ? FIRST_OUTPUTS : rules.size();
    return Optional.of(finished(settings, fallback, count));
  }

  private static Optional<Mapped> typed(ForeignNode node) {
    boolean ignoreCase = node.flag("options.ignoreCase", false);
    boolean loose = NodeConditions.loose(node, 3.1);
    List<JsonObject> rules = new ArrayList<>();
    JsonObject settings = JsonObject.empty();
    List<JsonObject> given =
        node.has("rules.values") ? node.objects("rules.values") : List.of(emptyRule());
    for (JsonObject entry : given) {
      JsonObject filter =
          entry.get("conditions") instanceof JsonObject block ? block : JsonObject.empty();
      Optional<ConditionSet> conditions = TypedConditions.read(filter, ignoreCase, loose);
      if (conditions.isEmpty()) {
        return Optional.empty();
      }
      if (rules.isEmpty()) {
        settings = conditions.get().policy(settings);
      }
      boolean renamed = Boolean.TRUE.equals(entry.get("renameOutput"));
      rules.add(named(conditions.get().own(), renamed ? entry.get("outputKey") : null));
    }
    settings = JsonObject.of("rules", JsonArray.copyOf(rules)).withAll(settings);
    if (node.flag("options.allMatchingOutputs", false)) {
      settings = settings.with("send", "all");
    }
    String name = node.text("options.renameFallbackOutput", "");
    Object fallback = node.value("options.fallbackOutput", "none");
    settings =
        name.isEmpty() || !"extra".equals(fallback)
            ? settings
            : settings.with("fallbackName", name);
    return Optional.of(finished(settings, fallback, rules.size()));
  }

  private static JsonObject emptyRule() {
    return JsonObject.of(
        "conditions",
        JsonObject.of(
            "conditions", JsonArray.of(JsonObject.of("leftValue", "", "rightValue", ""))));
  }

  private static JsonObject named(JsonObject rule, @Nullable Object name) {
    return name instanceof String text && !text.isEmpty()
        ? JsonObject.of("name", text).withAll(rule)
        : rule;
  }

  private static Mapped finished(JsonObject settings, Object fallback, int count) {
    JsonObject all =
        switch (fallback) {
          case String text when text.equals("extra") -> settings.with(FALLBACK, "output");
          case Number number when number.intValue() >= 0 && number.intValue() < count ->
              settings.with(FALLBACK, "existing").with("fallbackTo", number.longValue());
          default -> settings;
        };
    boolean extra = "output".equals(all.get(FALLBACK));
    return Mapped.of(OURS, all).withOutputs(ports(count, extra));
  }

  private static List<String> ports(int count, boolean fallback) {
    List<String> ports = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      ports.add("rule" + number);
    }
    if (fallback) {
      ports.add(FALLBACK);
    }
    return ports;
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return type.equals(OURS)
        ? Optional.of(SwitchWriting.write(THEIRS, parameters, findings))
        : Optional.empty();
  }

  /** Our outputs in the order of n8n's. */
  static List<String> outputs(int count, boolean fallback) {
    return ports(count, fallback);
  }

  /** n8n's inputs. */
  static List<String> inputs() {
    return List.of(Port.MAIN);
  }
}
