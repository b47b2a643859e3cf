package io.concertmaster.node.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to a field: {@code total}, or {@code customer.address.city} for a field inside fields, or
 * {@code lines.0.sku} or {@code lines[0].sku} for one inside a list's element. Brackets take a name
 * in quotes too: {@code customer["first name"]}.
 *
 * <p>A field whose own name has the dots wins over the way by dots, so that a heading such as
 * {@code address.city} of a table is found too.
 */
public final class FieldPath {
  private static final Pattern PART =
      Pattern.compile("\\[(\\d+|\"[^\"]*\"|'[^']*')\\]\\.?|([^.\\[]+)\\.?|\\.");

  /** The longest list that setting one of its elements makes. */
  private static final int LONGEST = 100_000;

  private final String text;
  private final List<String> parts;

  private FieldPath(String text, List<String> parts) {
    this.text = text;
    this.parts = parts;
  }

  /** The way that a text describes, dots leading into fields. */
  public static FieldPath of(String text) {
    if (text.indexOf('[') >= 0) {
      return new FieldPath(text, withBrackets(text));
    }
    return new FieldPath(
        text, text.indexOf('.') < 0 ? List.of(text) : List.of(text.split("\\.", -1)));
  }

  /** The parts of a way with brackets; one part where the brackets do not close. */
  private static List<String> withBrackets(String text) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      String inside = part.group(1);
      String plain = part.group(2);
      if (inside != null) {
        boolean quoted = !Character.isDigit(inside.charAt(0));
        parts.add(quoted ? inside.substring(1, inside.length() - 1) : inside);
      } else {
        parts.add(plain == null ? "" : plain);
      }
      end = part.end();
    }
    return end == text.length() ? List.copyOf(parts) : List.of(text);
  }

  /** The field of exactly this name, dots included. */
  public static FieldPath ofName(String name) {
    return new FieldPath(name, List.of(name));
  }

  /** The ways that texts describe. */
  public static List<FieldPath> ofAll(List<String> texts) {
    return texts.stream().map(FieldPath::of).toList();
  }

  /** The text as it was given. */
  public String text() {
    return text;
  }

  /** Whether the text is the name of a field and nothing else. */
  private boolean plain() {
    return parts.size() == 1 && parts.getFirst().equals(text);
  }

  /** The name of the field itself, without the way. */
  public String lastName() {
    return parts.getLast();
  }

  /** The value; {@code null} where the field is missing too. */
  public @Nullable Object get(JsonObject record) {
    int slot = record.shape().slot(text);
    if (slot >= 0) {
      return record.slot(slot);
    }
    Object value = plain() ? null : record;
    for (int i = 0; value != null && i < parts.size(); i++) {
      value = step(value, parts.get(i));
    }
    return value;
  }

  private static @Nullable Object step(Object value, String part) {
    return switch (value) {
      case JsonObject object -> object.get(part);
      case JsonArray list -> {
        int index = index(part);
        yield index >= 0 && index < list.size() ? list.get(index) : null;
      }
      default -> null;
    };
  }

  /** Whether the record has the field, be its value {@code null}. */
  public boolean isIn(JsonObject record) {
    if (record.containsKey(text)) {
      return true;
    }
    Object value = plain() ? null : record;
    for (int i = 0; i < parts.size() - 1 && value != null; i++) {
      value = step(value, parts.get(i));
    }
    return switch (value) {
      case JsonObject object -> object.containsKey(lastName());
      case JsonArray list -> {
        int index = index(lastName());
        yield index >= 0 && index < list.size();
      }
      case null, default -> false;
    };
  }

  /**
   * The record with the field set. What is missing on the way is made: a list where the next part
   * is a whole number, filled up with nothing, an object otherwise. What stands on the way and is
   * neither object nor list gives way.
   */
  public JsonObject set(JsonObject record, @Nullable Object value) {
    return plain() || record.containsKey(text) ? record.with(text, value) : set(record, 0, value);
  }

  private JsonObject set(JsonObject object, int depth, @Nullable Object value) {
    String part = parts.get(depth);
    return object.with(part, changed(object.get(part), depth, value));
  }

  private @Nullable Object changed(@Nullable Object there, int depth, @Nullable Object value) {
    if (depth == parts.size() - 1) {
      return value;
    }
    int index = index(parts.get(depth + 1));
    JsonArray list =
        there instanceof JsonArray given
            ? given
            : there instanceof JsonObject ? null : JsonArray.empty();
    if (list != null && index >= 0 && index < Math.max(LONGEST, list.size())) {
      @Nullable Object[] elements = list.toArray();
      if (index >= elements.length) {
        elements = Arrays.copyOf(elements, index + 1);
      }
      elements[index] = changed(elements[index], depth + 1, value);
      return JsonArray.of(elements);
    }
    return set(there instanceof JsonObject object ? object : JsonObject.empty(), depth + 1, value);
  }

  /** The record without the field; an element of a list stays, as {@code null}. */
  public JsonObject remove(JsonObject record) {
    if (record.containsKey(text)) {
      return record.without(text);
    }
    return isIn(record) ? remove(record, 0) : record;
  }

  private JsonObject remove(JsonObject object, int depth) {
    String part = parts.get(depth);
    if (depth == parts.size() - 1) {
      return object.without(part);
    }
    return object.get(part) instanceof JsonObject inner
        ? object.with(part, remove(inner, depth + 1))
        : set(object, depth, null);
  }

  /** The list position that a part names, or -1 where it is no short whole number. */
  private static int index(String part) {
    if (part.isEmpty() || part.length() > 9) {
      return -1;
    }
    int index = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      index = index * 10 + (c - '0');
    }
    return index;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath path && text.equals(path.text) && parts.equals(path.parts);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
