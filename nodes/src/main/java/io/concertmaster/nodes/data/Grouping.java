package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.spill.Canonical;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what items are grouped.
 *
 * @param fields whose values make a group
 * @param targets where the values go in the result
 * @param values what becomes of the values
 * @param skipEmpty whether items without a value belong to no group
 */
record Grouping(List<FieldPath> fields, List<FieldPath> targets, Values values, boolean skipEmpty) {

  /** What becomes of the values of a group. */
  enum Values {
    SAME,
    JSON,
    NAMES;

    private @Nullable Object of(FieldPath field, JsonObject record) {
      Object value = field.get(record);
      return switch (this) {
        case SAME -> Canonical.of(value);
        case JSON ->
            value instanceof JsonArray || value instanceof JsonObject
                ? Json.write(value)
                : Canonical.of(value);
        case NAMES -> flat(name(field, record, value));
      };
    }

    private static String name(FieldPath field, JsonObject record, @Nullable Object value) {
      if (value == null) {
        return field.isIn(record) ? "null" : "undefined";
      }
      return FieldType.text(value);
    }
  }

  static Grouping of(Parameters settings, FieldNaming naming) throws NodeException {
    Values values =
        switch (settings.text("groupValues")) {
          case "same" -> Values.SAME;
          case "json" -> Values.JSON;
          case "names" -> Values.NAMES;
          case String other ->
              throw new NodeException("“groupValues” cannot be “" + other + "”")
                  .atProperty("groupValues");
        };
    boolean flatNames = settings.flag("flatNames");
    List<FieldPath> fields = naming.paths(settings.texts("groupBy"));
    List<FieldPath> targets =
        fields.stream()
            .map(field -> flatNames ? FieldPath.ofName(flat(field.text())) : field)
            .toList();
    return new Grouping(fields, targets, values, settings.flag("skipEmptyGroups"));
  }

  /** A name without dots, blanks, brackets and quotes. */
  static String flat(String name) {
    return name.replaceAll("[\\]\\[\"]", "").replaceAll("[ .]", "_");
  }

  /** Puts the values that make a record's group into an array; false where it belongs to none. */
  boolean takeKey(JsonObject record, @Nullable Object[] key) {
    for (int i = 0; i < key.length; i++) {
      FieldPath field = fields.get(i);
      Object value = field.get(record);
      if (skipEmpty && (value == null || value.equals("") || value.equals(false))) {
        return false;
      }
      key[i] = values.of(field, record);
    }
    return true;
  }
}
