package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets the values among which to choose. Texts of values that go are taken out.
 *
 * @param choices none of them twice, at least one
 */
public record SetChoices(ElementPath at, List<Choice> choices) implements FormEdit {
  private static final Set<String> TAKEN =
      Set.of("label", "description", "placeholder", "entry", "error", "text");

  public SetChoices {
    choices = List.copyOf(choices);
    Set<String> words = new HashSet<>();
    for (Choice each : choices) {
      if (TAKEN.contains(each.word())) {
        throw new IllegalArgumentException(
            "a value cannot be “" + each.word() + "”, which names another text: choose another");
      }
      if (!words.add(each.word())) {
        throw new IllegalArgumentException("the value “" + each.word() + "” is there twice");
      }
    }
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("there must be something to choose");
    }
  }

  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    Field field = piece.field(at);
    JsonPath schema = schema(piece, at);
    piece.schema(schema, this::with);
    Set<String> words = new HashSet<>(choices.stream().map(Choice::word).toList());
    piece.texts(texts -> {
      JsonObject left = texts;
      for (Choice each : field.choices()) {
        left = words.contains(each.word()) ? left : left.without(field.key() + "." + each.word());
      }
      return left;
    });
    return piece.form();
  }

  /** The schema that says what can be chosen: of some of several, that of each. */
  static JsonPath schema(Workpiece piece, ElementPath at) {
    Field field = piece.field(at);
    JsonPath own = piece.ground(at).property(field.scope());
    return field.kind() == FieldKind.MULTI_SELECT ? own.then("items") : own;
  }

  private JsonObject with(JsonObject schema) {
    if (schema.containsKey("oneOf")) {
      @Nullable Object[] all =
          choices.stream()
              .map(each -> JsonObject.of("const", each.value(), "title", each.title()))
              .toArray();
      return schema.with("oneOf", JsonArray.ofValues(all));
    }
    return schema.with("enum", JsonArray.ofValues(choices.stream().map(Choice::value).toArray()));
  }

  @Override
  public String label() {
    return "Change choices";
  }
}
