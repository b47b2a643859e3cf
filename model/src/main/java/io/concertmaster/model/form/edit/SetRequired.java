package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a field always, or no longer. */
public record SetRequired(ElementPath at, boolean required) implements FormEdit {
  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    Field field = piece.field(at);
    JsonPath object = piece.ground(at).property(field.scope().parent());
    piece.schema(object, each -> with(each, field.scope().last(), required));
    return piece.form();
  }

  /** An object's schema that asks for a field, or does not. */
  static JsonObject with(JsonObject object, String name, boolean required) {
    List<@Nullable Object> names =
        object.get("required") instanceof JsonArray all ? new ArrayList<>(all) : new ArrayList<>();
    if (names.contains(name) == required) {
      return object;
    }
    if (required) {
      names.add(name);
    } else {
      names.remove(name);
    }
    return names.isEmpty()
        ? object.without("required")
        : object.with("required", JsonArray.copyOf(names));
  }

  @Override
  public String label() {
    return required ? "Make required" : "Make optional";
  }
}
