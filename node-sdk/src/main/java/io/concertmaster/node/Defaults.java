package io.concertmaster.node;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills settings that a file leaves out with the defaults of their properties: at the top, in
 * groups and in every entry of a list of entries. A setting that is {@code null} counts as left
 * out. What is not an object or a list where one belongs stays as it is: it may be an expression,
 * and the checks name it otherwise. Settings to which nothing was added come back as they are, the
 * same object.
 */
@SuppressWarnings("ReferenceEquality") // "nothing was added" is about the object, not its content
public final class Defaults {
  private Defaults() {}

  /** The settings with every default that applies. Unknown settings stay. */
  public static JsonObject apply(List<Property> properties, JsonObject settings) {
    JsonObject filled = settings;
    for (Property property : properties) {
      Object given = settings.get(property.name());
      Object value = value(property, given);
      if (value != given) {
        filled = filled.with(property.name(), value);
      }
    }
    return filled;
  }

  /** The value of one setting: the given one, or the default, with the defaults inside it. */
  public static @Nullable Object value(Property property, @Nullable Object given) {
    Object value = given == null ? property.defaultValue() : given;
    return switch (property.kind()) {
      case PropertyKind.Group group when value == null -> group(group, JsonObject.empty());
      case PropertyKind.Group group when value instanceof JsonObject object -> group(group, object);
      case PropertyKind.Entries entries when value instanceof JsonArray list ->
          entries(entries, list);
      default -> value;
    };
  }

  private static @Nullable Object group(PropertyKind.Group group, JsonObject given) {
    JsonObject filled = apply(group.properties(), given);
    return filled.isEmpty() ? null : filled;
  }

  private static JsonArray entries(PropertyKind.Entries entries, JsonArray given) {
    @Nullable Object[] filled = new Object[given.size()];
    boolean changed = false;
    for (int i = 0; i < filled.length; i++) {
      Object entry = given.get(i);
      filled[i] = entry instanceof JsonObject object ? apply(entries.properties(), object) : entry;
      changed |= filled[i] != entry;
    }
    return changed ? JsonArray.ofValues(filled) : given;
  }
}
