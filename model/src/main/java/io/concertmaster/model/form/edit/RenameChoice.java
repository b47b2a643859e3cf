package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives one of a field's values another word. Texts and rules follow.
 *
 * @param position which value, from 0
 */
public record RenameChoice(ElementPath at, int position, String word) implements FormEdit {
  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    Field field = piece.field(at);
    List<Choice> choices = new ArrayList<>(field.choices());
    Choice old = choices.get(position);
    choices.set(position, new Choice(word, old.title().equals(old.word()) ? word : old.title()));
    String from = field.key() + "." + old.word();
    String to = field.key() + "." + word;
    new Mentions(piece, piece.ground(at), field.scope())
        .values(schema -> (JsonObject) replaced(schema, old.value()));
    piece.texts(texts -> renamed(texts, from, to));
    return new SetChoices(at, choices).apply(piece.form());
  }

  private static JsonObject renamed(JsonObject texts, String from, String to) {
    JsonObject.Builder all = JsonObject.builder();
    texts.forEach((key, text) -> all.put(key.equals(from) ? to : key, text));
    return all.build();
  }

  /** A schema in which constants of the old value are the new one. */
  private Object replaced(JsonObject schema, @Nullable Object old) {
    JsonObject.Builder all = JsonObject.builder();
    for (Map.Entry<String, @Nullable Object> each : schema.entrySet()) {
      Object value = each.getValue();
      if (each.getKey().equals("const") && java.util.Objects.equals(value, old)) {
        all.put("const", word);
      } else if (each.getKey().equals("enum") && value instanceof JsonArray values) {
        List<@Nullable Object> words = new ArrayList<>(values);
        words.replaceAll(one -> java.util.Objects.equals(one, old) ? word : one);
        all.put("enum", JsonArray.copyOf(words));
      } else {
        all.put(each.getKey(), value instanceof JsonObject inner ? replaced(inner, old) : value);
      }
    }
    return all.build();
  }

  @Override
  public String label() {
    return "Rename a choice";
  }
}
