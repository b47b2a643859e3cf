package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives one of a field's values another word. Texts and rules follow.
 *
 * @param position which value, from 0
 * @param word the new value; that of a number where the field's values are numbers
 */
public record RenameChoice(ElementPath at, int position, String word) implements FormEdit {
  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    Field field = piece.field(at);
    List<Choice> choices = new ArrayList<>(field.choices());
    Choice old = choices.get(position);
    Object value = Choice.meant(field, word);
    String fresh = new Choice(value, "").word();
    choices.set(position, new Choice(value, old.title().equals(old.word()) ? fresh : old.title()));
    String from = field.key() + "." + old.word();
    String to = field.key() + "." + fresh;
    new Mentions(piece, piece.ground(at), field.scope())
        .values(schema -> Optional.of(replaced(schema, old, value)));
    if (!KeyedTexts.isOfForm(from) && !KeyedTexts.isOfForm(to)) {
      piece.texts(texts -> renamed(texts, from, to));
    }
    return new SetChoices(at, choices).apply(piece.form());
  }

  private static JsonObject renamed(JsonObject texts, String from, String to) {
    JsonObject.Builder all = JsonObject.builder();
    texts.forEach((key, text) -> all.put(key.equals(from) ? to : key, text));
    return all.build();
  }

  /** A schema in which constants of the old value are the new one. */
  private static JsonObject replaced(JsonObject schema, Choice old, Object value) {
    JsonObject.Builder all = JsonObject.builder();
    schema.forEach((keyword, said) -> all.put(keyword, replaced(keyword, said, old, value)));
    return all.build();
  }

  private static @Nullable Object replaced(
      String keyword, @Nullable Object said, Choice old, Object value) {
    if (keyword.equals("const")) {
      return old.is(said) ? value : said;
    }
    if (said instanceof JsonArray list) {
      List<@Nullable Object> all = new ArrayList<>();
      list.forEach(each -> all.add(replaced(keyword, each, old, value)));
      return JsonArray.copyOf(all);
    }
    if (keyword.equals("enum")) {
      return old.is(said) ? value : said;
    }
    return said instanceof JsonObject inner ? replaced(inner, old, value) : said;
  }

  @Override
  public String label() {
    return "Rename a choice";
  }
}
