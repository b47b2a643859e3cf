package io.concertmaster.node;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a node: the schema from which the inspector makes a control and the checks make
 * problems.
 *
 * @param name the key in files
 * @param label the name in the inspector
 * @param help one or two sentences under the control; may be empty
 * @param kind what values it takes and how people enter them
 * @param defaultValue the value where the file has none; {@code null} for none
 * @param required whether it must have a value that is neither missing nor an empty text
 * @param expressions whether an expression may stand in place of the value
 * @param secret whether the value is a secret: never shown in clear, and better an expression on
 *     {@code $env}
 * @param visible when the property applies; always, where empty
 */
public record Property(
    String name,
    String label,
    String help,
    PropertyKind kind,
    @Nullable Object defaultValue,
    boolean required,
    boolean expressions,
    boolean secret,
    Optional<Condition> visible) {
  public Property {
    Objects.requireNonNull(kind, "kind");
    defaultValue = Json.value(defaultValue);
  }

  /**
   * A condition on another property of the same group.
   *
   * @param property the other property's name
   * @param values holds when the other's value (or its default) is one of these
   */
  public record Condition(String property, List<Object> values) {
    public Condition {
      values = values.stream().map(value -> Objects.requireNonNull(Json.value(value))).toList();
    }

    /**
     * Whether it holds beside these parameters. A condition on a value that is an expression holds:
     * nobody knows its value yet.
     *
     * @param properties those of the group, for their defaults
     */
    public boolean holds(JsonObject parameters, List<Property> properties) {
      Object value = parameters.get(property);
      if (value == null) {
        value =
            properties.stream()
                .filter(each -> each.name.equals(property))
                .findFirst()
                .map(each -> each.defaultValue)
                .orElse(null);
      }
      return (value instanceof String text && text.startsWith("=")) || values.contains(value);
    }
  }

  /**
   * Whether the property applies beside these parameters. A condition on a value that is an
   * expression holds: nobody knows its value yet.
   *
   * @param siblings the properties of the same group, for their defaults
   */
  public boolean applies(JsonObject parameters, List<Property> siblings) {
    return visible.isEmpty() || visible.get().holds(parameters, siblings);
  }

  /** A property that is optional, takes expressions and has no default; change what differs. */
  public static Property of(String name, String label, PropertyKind kind) {
    return new Property(name, label, "", kind, null, false, true, false, Optional.empty());
  }

  public Property help(String text) {
    return new Property(
        name, label, text, kind, defaultValue, required, expressions, secret, visible);
  }

  public Property defaultsTo(Object value) {
    return new Property(name, label, help, kind, value, required, expressions, secret, visible);
  }

  /** The same property, with a value demanded. */
  public Property mandatory() {
    return new Property(name, label, help, kind, defaultValue, true, expressions, secret, visible);
  }

  /** The same property, of which only literals make sense. */
  public Property literalOnly() {
    return new Property(name, label, help, kind, defaultValue, required, false, secret, visible);
  }

  public Property asSecret() {
    return new Property(
        name, label, help, kind, defaultValue, required, expressions, true, visible);
  }

  /** The same property, applying only while another has one of these values. */
  public Property when(String property, Object... values) {
    return new Property(
        name,
        label,
        help,
        kind,
        defaultValue,
        required,
        expressions,
        secret,
        Optional.of(new Condition(property, List.of(values))));
  }
}
