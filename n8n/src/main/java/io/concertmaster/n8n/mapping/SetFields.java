package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that an n8n Set node sets, in the forms of its versions. */
final class SetFields {
  private SetFields() {}

  /** Versions 1 and 2: {@code values.boolean}, {@code .number}, {@code .string}, in this order. */
  static JsonArray byType(ForeignNode node, Findings findings) {
    List<JsonObject> fields = new ArrayList<>();
    for (String type : List.of("boolean", "number", "string")) {
      for (JsonObject given : node.objects("values." + type)) {
        Object none = type.equals("boolean") ? (Object) false : type.equals("number") ? 0L : "";
        Object value = given.containsKey("value") ? given.get("value") : none;
        boolean converted = node.version() >= 2 && type.equals("number");
        fields.add(field(given.get("name"), "propertyName", converted ? type : "auto", value));
      }
    }
    return named(fields, findings);
  }

  /** Version 3: {@code fields.values} up to 3.2, {@code assignments.assignments} since. */
  static JsonArray typed(ForeignNode node, Findings findings) {
    List<JsonObject> fields = new ArrayList<>();
    if (node.version() < 3.3) {
      for (JsonObject given : node.objects("fields.values")) {
        String slot = given.get("type") instanceof String text ? text : "stringValue";
        String type = slot.replace("Value", "");
        Object value = given.containsKey(slot) ? given.get(slot) : noValue(type);
        fields.add(field(given.get("name"), "", type, value));
      }
    } else {
      for (JsonObject given : node.objects("assignments.assignments")) {
        String type = given.get("type") instanceof String text ? text : "string";
        Object value = given.containsKey("value") ? given.get("value") : "";
        fields.add(field(given.get("name"), "", type, value));
      }
    }
    return named(fields, findings);
  }

  /** Those that have a name: n8n sets a field without one, which nothing can read. */
  private static JsonArray named(List<JsonObject> fields, Findings findings) {
    List<JsonObject> named =
        fields.stream().filter(field -> !"".equals(field.get("name"))).toList();
    if (named.size() < fields.size()) {
      findings.leftOut("assignments", "a field without a name is not set");
    }
    return JsonArray.copyOf(named);
  }

  private static Object noValue(String type) {
    return switch (type) {
      case "boolean" -> "true";
      case "object" -> "={}";
      default -> "";
    };
  }

  private static JsonObject field(
      @Nullable Object name, String otherwise, String type, @Nullable Object value) {
    JsonObject field = JsonObject.of("name", name instanceof String text ? text : otherwise);
    boolean known = List.of("string", "number", "boolean", "array", "object").contains(type);
    return (known ? field.with("type", type) : field).with("value", value);
  }

  /** Our settings as n8n's of version 3.4. */
  static JsonObject write(JsonObject ours, Findings findings) {
    JsonObject written = JsonObject.empty();
    JsonObject options = JsonObject.empty();
    if ("json".equals(ours.get("mode"))) {
      written = written.with("mode", "raw").with("jsonOutput", ours.get("json"));
    } else {
      written =
          written.with("assignments", JsonObject.of("assignments", assignments(ours, findings)));
      if ("keep".equals(ours.get("misfits"))) {
        options = options.with("ignoreConversionErrors", true);
      }
    }
    String keep = ours.get("keep") instanceof String text ? text : "all";
    if (!keep.equals("none")) {
      written = written.with("includeOtherFields", true);
    }
    if (keep.equals("selected") || keep.equals("except")) {
      String path = keep.equals("selected") ? "includeFields" : "excludeFields";
      written = written.with("include", keep).with(path, names(ours.get("keepFields")));
    }
    boolean files = !Boolean.FALSE.equals(ours.get("keepFiles"));
    if (!files && !keep.equals("none")) {
      options = options.with("stripBinary", true);
    } else if (files && keep.equals("none")) {
      findings.approximated("keepFiles", "files go on only with other fields there");
    }
    if (Boolean.FALSE.equals(ours.get("dotNotation"))) {
      options = options.with("dotNotation", false);
    }
    if (ours.get("copies") instanceof Number copies && copies.longValue() > 0) {
      written = written.with("duplicateItem", true).with("duplicateCount", copies);
    }
    return written.with("options", options);
  }

  private static Object names(@Nullable Object fields) {
    return fields instanceof JsonArray list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : fields == null ? "" : fields;
  }

  private static JsonArray assignments(JsonObject ours, Findings findings) {
    List<JsonObject> all = new ArrayList<>();
    for (JsonObject field : ForeignNode.objects(ours.get("fields"))) {
      int number = all.size() + 1;
      Object value = field.get("value");
      String type = field.get("type") instanceof String text ? text : "auto";
      if (type.equals("auto")) {
        type = likely(value);
        if (ForeignNode.isExpression(value)) {
          findings.approximated(
              "fields[" + (number - 1) + "].type",
              "it becomes a text there: choose the type of the field");
        }
      }
      all.add(
          JsonObject.of("id", "field-" + number, "name", field.get("name"))
              .with("value", value)
              .with("type", type));
    }
    return JsonArray.copyOf(all);
  }

  private static String likely(@Nullable Object value) {
    return switch (value) {
      case Number number -> "number";
      case Boolean flag -> "boolean";
      case JsonArray list -> "array";
      case JsonObject object -> "object";
      case null, default -> "string";
    };
  }
}
