package io.concertmaster.model.form;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which field a control stands for: a way through the properties of a schema, written {@code
 * #/properties/address/properties/city}. The empty way is the whole answer, written {@code #}.
 *
 * @param names the names of the fields on the way, outermost first
 */
public record Scope(List<String> names) {
  /** The whole answer. */
  public static final Scope ROOT = new Scope(List.of());

  public Scope {
    names = List.copyOf(names);
  }

  /** Reads a scope; empty when the text is none. */
  public static Optional<Scope> parse(@Nullable Object text) {
    if (!(text instanceof String written) || !written.startsWith("#")) {
      return Optional.empty();
    }
    if (written.equals("#") || written.equals("#/")) {
      return Optional.of(ROOT);
    }
    String[] steps = written.substring(1).split("/", -1);
    if (steps.length % 2 == 0 || !steps[0].isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (int i = 1; i < steps.length; i += 2) {
      if (!steps[i].equals("properties")) {
        return Optional.empty();
      }
      names.add(steps[i + 1].replace("~1", "/").replace("~0", "~"));
    }
    return Optional.of(new Scope(names));
  }

  /** The scope of a field within this one. */
  public Scope field(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new Scope(longer);
  }

  /** The name of the field itself; empty for the whole answer. */
  public String last() {
    return names.isEmpty() ? "" : names.getLast();
  }

  /** The object in which the field lies. */
  public Scope parent() {
    return names.isEmpty() ? ROOT : new Scope(names.subList(0, names.size() - 1));
  }

  /** The schema of the field within one of an object; empty where there is none. */
  public Optional<JsonObject> in(JsonObject schema) {
    JsonObject at = schema;
    for (String name : names) {
      if (at.get("properties") instanceof JsonObject properties
          && properties.get(name) instanceof JsonObject next) {
        at = next;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  /**
   * Whether an object may have the field: its schema names it, or leaves open what the objects on
   * the way are made of.
   */
  public boolean mayBeIn(JsonObject schema) {
    JsonObject at = schema;
    for (int i = 0; i < names.size(); i++) {
      if (!(at.get("properties") instanceof JsonObject properties)) {
        return i > 0 || at.containsKey("$ref");
      }
      if (!(properties.get(names.get(i)) instanceof JsonObject next)) {
        return Boolean.TRUE.equals(properties.get(names.get(i)));
      }
      at = next;
    }
    return true;
  }

  /** Whether the object in which the field lies always asks for it. */
  public boolean isRequiredBy(JsonObject schema) {
    return !names.isEmpty()
        && parent()
            .in(schema)
            .map(object -> object.get("required") instanceof JsonArray all && all.contains(last()))
            .orElse(false);
  }

  /** The field's value in data; empty where it is absent. */
  public Optional<Object> value(@Nullable Object data) {
    Object at = data;
    for (String name : names) {
      if (!(at instanceof JsonObject object) || !object.containsKey(name)) {
        return Optional.empty();
      }
      at = object.get(name);
    }
    return Optional.ofNullable(at);
  }

  /** Data in which the field has a value; objects on the way are made. */
  public JsonObject with(JsonObject data, @Nullable Object value) {
    return names.isEmpty() && value instanceof JsonObject whole ? whole : with(data, 0, value);
  }

  private JsonObject with(JsonObject data, int at, @Nullable Object value) {
    String name = names.get(at);
    if (at == names.size() - 1) {
      return data.with(name, value);
    }
    JsonObject inner = data.get(name) instanceof JsonObject object ? object : JsonObject.empty();
    return data.with(name, with(inner, at + 1, value));
  }

  /** Data in which the field is absent. */
  public JsonObject without(JsonObject data) {
    return names.isEmpty() ? JsonObject.empty() : without(data, 0);
  }

  private JsonObject without(JsonObject data, int at) {
    String name = names.get(at);
    if (at == names.size() - 1) {
      return data.without(name);
    }
    return data.get(name) instanceof JsonObject inner
        ? data.with(name, without(inner, at + 1))
        : data;
  }

  /** The place in an answer, as a JSON Pointer: {@code /address/city}. */
  public String pointer() {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append('/').append(Pointers.escaped(name)));
    return text.toString();
  }

  /** The key of its texts: {@code address.city}. */
  public String key() {
    return String.join(".", names);
  }

  /** As a UI schema writes it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("#");
    names.forEach(name -> text.append("/properties/").append(Pointers.escaped(name)));
    return text.toString();
  }
}
