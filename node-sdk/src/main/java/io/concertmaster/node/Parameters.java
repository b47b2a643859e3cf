package io.concertmaster.node;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node's settings with their expressions evaluated. A setting that the file lacks has the default
 * of its property. The typed readers turn what they can ({@code "12"} into a number) and complain
 * in one line, with the property's name, about what they cannot.
 */
public interface Parameters {
  /**
   * The value of a property; {@code null} where it has neither a value nor a default. Expressions
   * inside lists and objects are evaluated too.
   *
   * @throws NodeException when an expression in it fails
   */
  @Nullable Object value(String name) throws NodeException;

  /** The settings of a group, or of nothing where the group is missing. */
  default Parameters group(String name) throws NodeException {
    return of(object(name));
  }

  /** The settings of each entry of a list of entries. */
  default List<Parameters> entries(String name) throws NodeException {
    JsonArray list = list(name);
    List<Parameters> entries = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      String path = name + "[" + i + "]";
      if (!(list.get(i) instanceof JsonObject entry)) {
        throw new NodeException("“" + path + "” must be an object").atProperty(path);
      }
      entries.add(of(entry));
    }
    return entries;
  }

  /**
   * Text; empty where there is no value. Numbers and flags are written out, lists and objects as
   * JSON.
   */
  default String text(String name) throws NodeException {
    return switch (value(name)) {
      case null -> "";
      case String s -> s;
      case Double d -> NumberText.of(d);
      case BigDecimal d -> d.toPlainString();
      case Object other -> other.toString();
    };
  }

  /** Text that must not be empty. */
  default String requiredText(String name) throws NodeException {
    String text = text(name);
    if (text.isBlank()) {
      throw new NodeException("“" + name + "” has no value: set it in the node's settings")
          .atProperty(name);
    }
    return text;
  }

  /** A whole number. */
  default long wholeNumber(String name) throws NodeException {
    double number = number(name);
    if (number != Math.rint(number) || Math.abs(number) > 9.007199254740991e15) {
      throw new NodeException("“" + name + "” must be a whole number, not " + NumberText.of(number))
          .atProperty(name);
    }
    return (long) number;
  }

  /** A number. */
  default double number(String name) throws NodeException {
    Object value = value(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text) {
      try {
        return Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        throw new NodeException("“" + name + "” must be a number, not “" + text + "”", e)
            .atProperty(name);
      }
    }
    throw new NodeException("“" + name + "” must be a number, not " + kindOf(value))
        .atProperty(name);
  }

  /** On or off; off where there is no value. */
  default boolean flag(String name) throws NodeException {
    Object value = value(name);
    return switch (value) {
      case null -> false;
      case Boolean b -> b;
      case String s when s.strip().toLowerCase(Locale.ROOT).equals("true") -> true;
      case String s when s.isBlank() || s.strip().toLowerCase(Locale.ROOT).equals("false") -> false;
      default ->
          throw new NodeException("“" + name + "” must be true or false, not " + kindOf(value))
              .atProperty(name);
    };
  }

  /**
   * A list; empty where there is no value. A text of names with commas counts as a list of texts.
   */
  default JsonArray list(String name) throws NodeException {
    Object value = value(name);
    return switch (value) {
      case null -> JsonArray.empty();
      case JsonArray array -> array;
      case String s when s.isBlank() -> JsonArray.empty();
      case String s -> JsonArray.of((Object[]) s.strip().split("\\s*,\\s*", -1));
      default ->
          throw new NodeException("“" + name + "” must be a list, not " + kindOf(value))
              .atProperty(name);
    };
  }

  /** The texts of a list. */
  default List<String> texts(String name) throws NodeException {
    return list(name).stream()
        .map(each -> Objects.toString(each, ""))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** An object; empty where there is no value. */
  default JsonObject object(String name) throws NodeException {
    Object value = value(name);
    return switch (value) {
      case null -> JsonObject.empty();
      case JsonObject object -> object;
      default ->
          throw new NodeException("“" + name + "” must be an object, not " + kindOf(value))
              .atProperty(name);
    };
  }

  /**
   * The same settings, whose expressions see further names, such as {@code $pageCount}. A name has
   * one of the {@code $} names that the expression language keeps for nodes.
   */
  default Parameters seeing(JsonObject names) {
    return this;
  }

  /** Settings that are plain values. */
  static Parameters of(JsonObject values) {
    return values::get;
  }

  private static String kindOf(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String s -> "the text “" + s + "”";
      case JsonArray a -> "a list";
      case JsonObject o -> "an object";
      default -> Json.write(value);
    };
  }
}
