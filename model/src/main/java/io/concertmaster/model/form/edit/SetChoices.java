package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets the values among which to choose. Texts of values that go are taken out, and so is what
 * rules say of them, as where a field is deleted: it could never hold.
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
    List<Choice> gone =
        field.choices().stream().filter(each -> !words.contains(each.word())).toList();
    piece.texts(texts -> {
      JsonObject left = texts;
      for (Choice each : gone) {
        String name = field.key() + "." + each.word();
        left = KeyedTexts.isOfForm(name) ? left : left.without(name);
      }
      return left;
    });
    new Mentions(piece, piece.ground(at), field.scope()).values(said -> left(said, gone));
    return piece.form();
  }

  /** What a condition says besides values that are gone; empty where that is nothing. */
  private static Optional<JsonObject> left(JsonObject schema, List<Choice> gone) {
    JsonObject left = schema;
    if (schema.containsKey("const") && isOne(schema.get("const"), gone)) {
      return Optional.empty();
    }
    if (schema.get("enum") instanceof JsonArray values) {
      List<@Nullable Object> still = new ArrayList<>(values);
      still.removeIf(each -> isOne(each, gone));
      if (still.isEmpty() && !values.isEmpty()) {
        return Optional.empty();
      }
      left = left.with("enum", JsonArray.copyOf(still));
    }
    for (String keyword : List.of("not", "contains")) {
      if (schema.get(keyword) instanceof JsonObject inner) {
        Optional<JsonObject> within = left(inner, gone);
        if (within.isEmpty()) {
          return Optional.empty();
        }
        left = left.with(keyword, within.get());
      }
    }
    return Optional.of(left);
  }

  private static boolean isOne(@Nullable Object value, List<Choice> gone) {
    return gone.stream().anyMatch(each -> each.is(value));
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
