package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import java.util.Optional;

/**
 * Sets a text in one language.
 *
 * @param at whose text it is; empty for one of the form itself
 * @param name which of its texts, such as {@code label}; for the form's the whole key
 * @param language a BCP 47 tag
 * @param text an empty one takes it out
 */
public record SetText(Optional<ElementPath> at, String name, String language, String text)
    implements FormEdit {
  /** A text of an element. */
  public static SetText of(ElementPath at, String name, String language, String text) {
    return new SetText(Optional.of(at), name, language, text);
  }

  /** A text by its whole key. */
  public static SetText ofKey(String key, String language, String text) {
    return new SetText(Optional.empty(), key, language, text);
  }

  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    piece.text(language, at.map(place -> key(piece, place) + "." + name).orElse(name), text);
    return piece.form();
  }

  /** The key of an element's texts; one that is no field gets a name for them that stays. */
  private static String key(Workpiece piece, ElementPath place) {
    var element = piece.element(place);
    String key = Keys.of(element);
    if (element instanceof Field || piece.json(place).get("i18n") instanceof String) {
      return key;
    }
    String fresh = FreshKey.in(piece.form(), "part");
    piece.change(place, each -> each.with("i18n", fresh));
    return fresh;
  }

  @Override
  public String label() {
    return "Change text";
  }
}
