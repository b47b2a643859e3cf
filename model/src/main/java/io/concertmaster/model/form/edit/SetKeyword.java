package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import org.jspecify.annotations.Nullable;

/**
 * Says something about a field's value in its schema, such as {@code maxLength}.
 *
 * @param value null takes the keyword out
 */
public record SetKeyword(ElementPath at, String keyword, @Nullable Object value)
    implements FormEdit {
  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    Field field = piece.field(at);
    piece.schema(
        piece.ground(at).property(field.scope()),
        schema -> value == null ? schema.without(keyword) : schema.with(keyword, value));
    return piece.form();
  }

  @Override
  public String label() {
    return "Change " + keyword;
  }
}
