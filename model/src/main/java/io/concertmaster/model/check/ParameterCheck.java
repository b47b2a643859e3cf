package io.concertmaster.model.check;

import io.concertmaster.model.expression.Expression;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the parameters of one node against the properties of its type. A value that is {@code
 * null} counts as left out; a property that does not apply is not looked at.
 */
final class ParameterCheck {
  private final String nodeId;
  private final Report report;
  private final ExpressionText expressions;
  private final boolean takesCredentials;

  ParameterCheck(
      String nodeId, Report report, ExpressionText expressions, boolean takesCredentials) {
    this.takesCredentials = takesCredentials;
    this.nodeId = nodeId;
    this.report = report;
    this.expressions = expressions;
  }

  /** Checks an object of settings: what is there in its order, then what is missing. */
  void settings(List<Property> properties, JsonObject given, String path) {
    for (Map.Entry<String, @Nullable Object> field : given.entrySet()) {
      Optional<Property> property =
          properties.stream().filter(each -> each.name().equals(field.getKey())).findFirst();
      if (property.isEmpty()) {
        unknown(properties, path, field.getKey());
      } else if (field.getValue() != null && property.get().applies(given, properties)) {
        value(property.get(), field.getValue(), join(path, field.getKey()));
      }
    }
    for (Property property : properties) {
      if (property.applies(given, properties) && !mayNotApply(property, given)) {
        missing(property, given.get(property.name()), join(path, property.name()));
      }
    }
  }

  /** Whether it depends on a value that nobody knows before the run. */
  private static boolean mayNotApply(Property property, JsonObject given) {
    return property
        .visible()
        .map(condition -> given.get(condition.property()))
        .filter(Expression::isExpression)
        .isPresent();
  }

  private void unknown(List<Property> properties, String path, String name) {
    List<String> known = properties.stream().map(Property::name).toList();
    String advice =
        known.isEmpty()
            ? ": take it out, this node has no parameters"
            : Suggestion.closest(name, known)
                .map(near -> ": did you mean " + Texts.quoted(near) + "?")
                .orElse(": take it out, or use one of " + Texts.list(known));
    report.error(
        Code.UNKNOWN_PARAMETER,
        nodeId,
        join(path, name),
        "there is no parameter " + Texts.quoted(name) + advice);
  }

  private void missing(Property property, @Nullable Object given, String path) {
    Object value = given == null ? property.defaultValue() : given;
    if (value == null && property.kind() instanceof PropertyKind.Group group) {
      settings(group.properties(), JsonObject.empty(), path);
    } else if (property.required() && isNothing(value)) {
      report.error(
          Code.MISSING_VALUE,
          nodeId,
          path,
          Texts.quoted(property.label()) + " has no value: set it");
    }
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null
        || (value instanceof String text && text.isBlank())
        || (value instanceof JsonArray list && list.isEmpty());
  }

  private void value(Property property, Object value, String path) {
    if (value instanceof String text && text.startsWith("=")) {
      if (property.expressions()) {
        expressions.check(nodeId, text, path);
        return;
      }
      if (text.contains("{{")) {
        report.error(
            Code.EXPRESSION_NOT_ALLOWED,
            nodeId,
            path,
            Texts.quoted(property.label())
                + " takes a fixed value only: write the value itself, without = at its start");
        return;
      }
    }
    if (property.secret() && value instanceof String text && !text.isBlank()) {
      report.warning(
          Code.SECRET_IN_CLEAR,
          nodeId,
          path,
          Texts.quoted(property.label())
              + " stands in the file for everybody to read: "
              + (takesCredentials ? "use a credential, or " : "")
              + "keep it in the environment and write ={{ $env.NAME }}");
    }
    kind(property, value, path);
  }

  private void kind(Property property, Object value, String path) {
    switch (property.kind()) {
      case PropertyKind.Text text -> {
        if (value instanceof JsonObject || value instanceof JsonArray) {
          wrong(property, path, "text", value);
        }
      }
      case PropertyKind.Path file -> text(property, value, path);
      case PropertyKind.FieldName field -> text(property, value, path);
      case PropertyKind.Code code -> code(property, code, value, path);
      case PropertyKind.Flag flag -> {
        if (!(value instanceof Boolean)) {
          wrong(property, path, "true or false", value);
        }
      }
      case PropertyKind.Numeric numeric -> number(property, numeric, value, path);
      case PropertyKind.Choice choice -> choice(property, choice, value, path);
      case PropertyKind.FieldNames names -> names(property, value, path);
      case PropertyKind.Several several -> several(property, several, value, path);
      case PropertyKind.Lines lines -> nested(property, value, path);
      case PropertyKind.Data data -> nested(property, value, path);
      case PropertyKind.Conditions conditions ->
          new ConditionCheck(nodeId, report, expressions).list(property, value, path);
      case PropertyKind.Group group -> {
        if (value instanceof JsonObject object) {
          settings(group.properties(), object, path);
        } else {
          wrong(property, path, "an object", value);
        }
      }
      case PropertyKind.Entries entries -> entries(property, entries, value, path);
    }
  }

  private void text(Property property, Object value, String path) {
    if (!(value instanceof String)) {
      wrong(property, path, "text", value);
    }
  }

  private void code(Property property, PropertyKind.Code code, Object value, String path) {
    if (!code.language().equals("json")) {
      text(property, value, path);
    } else if (value instanceof String text && !text.isBlank()) {
      try {
        Json.parse(text);
      } catch (JsonException e) {
        report.error(
            Code.WRONG_VALUE,
            nodeId,
            path,
            Texts.quoted(property.label()) + " must be JSON: " + e.getMessage());
      }
    } else {
      nested(property, value, path);
    }
  }

  private void number(Property property, PropertyKind.Numeric numeric, Object value, String path) {
    double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
    boolean right =
        number >= numeric.min()
            && number <= numeric.max()
            && (!numeric.whole() || number == Math.rint(number));
    if (!right) {
      wrong(
          property,
          path,
          "a " + (numeric.whole() ? "whole " : "") + "number" + range(numeric),
          value);
    }
  }

  private static String range(PropertyKind.Numeric numeric) {
    boolean below = numeric.min() > -Double.MAX_VALUE && numeric.min() > Long.MIN_VALUE;
    boolean above = numeric.max() < Double.MAX_VALUE && numeric.max() < Long.MAX_VALUE;
    String min = NumberText.of(numeric.min());
    String max = NumberText.of(numeric.max());
    if (below && above) {
      return " from " + min + " to " + max;
    }
    return below ? " of at least " + min : above ? " of at most " + max : "";
  }

  private void choice(Property property, PropertyKind.Choice choice, Object value, String path) {
    List<String> values = choice.options().stream().map(PropertyKind.Option::value).toList();
    if (value instanceof String text && values.contains(text)) {
      return;
    }
    String near = value instanceof String text ? Suggestion.of(text, values) : "";
    wrong(property, path, "one of " + Texts.list(values), value, near);
  }

  /** One value is taken for a list of it; capitals make no difference. */
  private void several(Property property, PropertyKind.Several several, Object value, String path) {
    List<String> values = several.options().stream().map(PropertyKind.Option::value).toList();
    List<?> given = value instanceof JsonArray list ? list : List.of(value);
    for (Object each : given) {
      String word = String.valueOf(each);
      if (each instanceof String text && text.startsWith("=") && property.expressions()) {
        expressions.check(nodeId, text, path);
      } else if (several.numbers()
          ? !(each instanceof Number)
          : values.stream().noneMatch(word::equalsIgnoreCase)) {
        wrong(property, path, "some of " + Texts.list(values), each, Suggestion.of(word, values));
      }
    }
  }

  private void names(Property property, Object value, String path) {
    if (value instanceof JsonArray list) {
      for (int i = 0; i < list.size(); i++) {
        String at = path + "[" + i + "]";
        if (!(list.get(i) instanceof String name)) {
          wrong(property, at, "names of fields", list.get(i));
        } else if (name.startsWith("=") && property.expressions()) {
          expressions.check(nodeId, name, at);
        }
      }
    } else if (!(value instanceof String)) {
      wrong(property, path, "a list of names of fields", value);
    }
  }

  /** Expressions inside any JSON value. */
  private void nested(Property property, @Nullable Object value, String path) {
    switch (value) {
      case String text when text.startsWith("=") && property.expressions() ->
          expressions.check(nodeId, text, path);
      case JsonObject object ->
          object.forEach((name, each) -> nested(property, each, join(path, name)));
      case JsonArray list -> {
        for (int i = 0; i < list.size(); i++) {
          nested(property, list.get(i), path + "[" + i + "]");
        }
      }
      case null, default -> {}
    }
  }

  private void entries(Property property, PropertyKind.Entries entries, Object value, String path) {
    if (!(value instanceof JsonArray list)) {
      wrong(property, path, "a list of objects", value);
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      String at = path + "[" + i + "]";
      if (list.get(i) instanceof JsonObject entry) {
        settings(entries.properties(), entry, at);
      } else {
        wrong(property, at, "objects", list.get(i));
      }
    }
  }

  private void wrong(Property property, String path, String expected, @Nullable Object value) {
    wrong(property, path, expected, value, "");
  }

  private void wrong(
      Property property, String path, String expected, @Nullable Object value, String advice) {
    report.error(
        Code.WRONG_VALUE,
        nodeId,
        path,
        Texts.quoted(property.label())
            + " must be "
            + expected
            + ", not "
            + Texts.kind(value)
            + advice);
  }

  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
