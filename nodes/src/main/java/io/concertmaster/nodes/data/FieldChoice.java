package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fields of an item go along: all, none, some, or all but some. */
sealed interface FieldChoice {
  /** The part of a record that goes along. */
  JsonObject of(JsonObject record);

  /** Every field. */
  record All() implements FieldChoice {
    @Override
    public JsonObject of(JsonObject record) {
      return record;
    }
  }

  /** No field. */
  record None() implements FieldChoice {
    @Override
    public JsonObject of(JsonObject record) {
      return JsonObject.empty();
    }
  }

  /** These fields, where the record has them, in this order. */
  final class Only implements FieldChoice {
    private final List<FieldPath> fields;

    /** The shape of what is chosen when a record has all the fields and no name has dots. */
    private final Shape whole;

    Only(List<FieldPath> fields) {
      this.fields = List.copyOf(fields);
      this.whole = Shape.of(fields.stream().map(FieldPath::text).toList());
    }

    List<FieldPath> fields() {
      return fields;
    }

    /** The chosen fields, each under the name that was given, dots included. */
    JsonObject underWholeNames(JsonObject record) {
      JsonObject.Builder chosen = JsonObject.builder();
      for (FieldPath field : fields) {
        if (field.isIn(record)) {
          chosen.put(field.text(), field.get(record));
        }
      }
      return chosen.build();
    }

    @Override
    public JsonObject of(JsonObject record) {
      if (whole.size() != fields.size()) {
        return oneByOne(record);
      }
      @Nullable Object[] values = new Object[fields.size()];
      for (int i = 0; i < values.length; i++) {
        int slot = record.shape().slot(whole.name(i));
        if (slot < 0) {
          return oneByOne(record);
        }
        values[i] = record.slot(slot);
      }
      return JsonObject.ofSlots(whole, values);
    }

    private JsonObject oneByOne(JsonObject record) {
      JsonObject chosen = JsonObject.empty();
      for (FieldPath field : fields) {
        if (record.containsKey(field.text())) {
          chosen = chosen.with(field.text(), field.get(record));
        } else if (field.isIn(record)) {
          chosen = field.set(chosen, field.get(record));
        }
      }
      return chosen;
    }
  }

  /** Every field but these. */
  record Except(List<FieldPath> fields) implements FieldChoice {
    @Override
    public JsonObject of(JsonObject record) {
      JsonObject rest = record;
      for (FieldPath field : fields) {
        rest = field.remove(rest);
      }
      return rest;
    }
  }

  /** The setting with the choice. */
  static Property choice(String name, String label, String defaultValue) {
    return Property.of(
            name,
            label,
            PropertyKind.choice(
                Option.of("all", "All fields"),
                Option.of("none", "No fields"),
                Option.of("selected", "Selected fields"),
                Option.of("except", "All fields except…")))
        .defaultsTo(defaultValue)
        .literalOnly();
  }

  /** The setting with the fields' names, shown where the choice needs them. */
  static Property names(String name, String choice) {
    return Property.of(name, "Which fields", new PropertyKind.FieldNames())
        .help("Names of fields; dots lead into fields.")
        .when(choice, "selected", "except");
  }

  /** The choice that the settings make; dots lead into fields. */
  static FieldChoice of(Parameters settings, String choice, String names) throws NodeException {
    return of(settings, choice, names, new FieldNaming(true));
  }

  /** The choice that the settings make. */
  static FieldChoice of(Parameters settings, String choice, String names, FieldNaming naming)
      throws NodeException {
    return switch (settings.text(choice)) {
      case "all" -> new All();
      case "none" -> new None();
      case "selected" -> new Only(naming.paths(named(settings, names)));
      case "except" -> new Except(naming.paths(named(settings, names)));
      case String other ->
          throw new NodeException("“" + choice + "” cannot be “" + other + "”").atProperty(choice);
    };
  }

  private static List<String> named(Parameters settings, String names) throws NodeException {
    List<String> texts = settings.texts(names);
    if (texts.isEmpty()) {
      throw new NodeException("“" + names + "” names no field: choose at least one")
          .atProperty(names);
    }
    return texts;
  }
}
