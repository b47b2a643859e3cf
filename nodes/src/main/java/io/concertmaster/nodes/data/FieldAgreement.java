package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds items to having the compared fields, and to one type of value in each of them. Where all
 * fields are compared, those of the first item are looked at: the values inside objects and lists
 * one by one where dots lead into fields.
 */
final class FieldAgreement {
  private static final String TYPES = "types";
  private static final String ANY = "any";
  private static final String STRICT = "strict";

  private final FieldChoice choice;
  private final boolean dots;
  private final boolean mustExist;
  private final boolean oneType;
  private final boolean nullIsType;
  private List<FieldPath> fields = List.of();
  private @Nullable String[] types = {};

  private FieldAgreement(FieldChoice choice, boolean dots, boolean mustExist, String types) {
    this.choice = choice;
    this.dots = dots;
    this.mustExist = mustExist;
    this.oneType = !types.equals(ANY);
    this.nullIsType = types.equals(STRICT);
  }

  /** The setting of what types a field's values may have. */
  static Property property() {
    return Property.of(
            TYPES,
            "Types of a field's values",
            PropertyKind.choice(
                Option.of(ANY, "Any"),
                Option.of("same", "The same in all items, or null"),
                Option.of(STRICT, "The same in all items, null like an object")))
        .help("An item of which a compared field has another type than before is an error.")
        .defaultsTo(ANY)
        .literalOnly();
  }

  /** What the settings demand; empty where they demand nothing. */
  static Optional<FieldAgreement> of(Parameters settings, FieldChoice choice, FieldNaming naming)
      throws NodeException {
    boolean mustExist = choice instanceof FieldChoice.Only && settings.flag("mustExist");
    String types = settings.text(TYPES);
    return mustExist || !types.equals(ANY)
        ? Optional.of(new FieldAgreement(choice, naming.dots(), mustExist, types))
        : Optional.empty();
  }

  /**
   * Looks at an item.
   *
   * @throws NodeException when it does not agree with those before it
   */
  void see(Item item, long position) throws NodeException {
    JsonObject record = choice instanceof FieldChoice.Only ? item.json() : choice.of(item.json());
    if (position == 0) {
      fields = choice instanceof FieldChoice.Only only ? only.fields() : leaves(record);
      types = new @Nullable String[fields.size()];
    }
    for (int at = 0; at < types.length; at++) {
      field(record, at, position);
    }
  }

  private void field(JsonObject record, int at, long position) throws NodeException {
    FieldPath field = fields.get(at);
    if (mustExist && !field.isIn(record)) {
      throw new NodeException("The item has no field “" + field.text() + "” to compare")
          .atItem(position);
    }
    Object value = field.get(record);
    boolean counts = value != null || (nullIsType && field.isIn(record));
    if (!oneType || !counts) {
      return;
    }
    String type = typeOf(value);
    String before = types[at];
    if (before != null && !before.equals(type)) {
      throw new NodeException(
              "The field “"
                  + field.text()
                  + "” is "
                  + called(type)
                  + " here and "
                  + called(before)
                  + " in the items before: give it one type first, with Edit fields")
          .atItem(position)
          .atProperty(TYPES);
    }
    types[at] = type;
  }

  private List<FieldPath> leaves(JsonObject record) {
    List<FieldPath> leaves = new ArrayList<>();
    if (dots) {
      record.forEach((name, value) -> leaves(name, value, leaves));
    } else {
      record.shape().names().forEach(name -> leaves.add(FieldPath.ofName(name)));
    }
    return leaves;
  }

  private static void leaves(String path, @Nullable Object value, List<FieldPath> leaves) {
    switch (value) {
      case JsonObject object ->
          object.forEach((name, each) -> leaves(path + "." + name, each, leaves));
      case JsonArray list -> {
        for (int at = 0; at < list.size(); at++) {
          leaves(path + "." + at, list.get(at), leaves);
        }
      }
      case null, default -> leaves.add(FieldPath.of(path));
    }
  }

  /** The type as JavaScript tells it: of lists and {@code null} too it is object. */
  private static String typeOf(@Nullable Object value) {
    return switch (value) {
      case String text -> "text";
      case Boolean flag -> "true or false";
      case Number number -> "number";
      case null, default -> "object";
    };
  }

  private static String called(String type) {
    return switch (type) {
      case "text", "number" -> "a " + type;
      case "object" -> "an object or a list";
      default -> type;
    };
  }
}
