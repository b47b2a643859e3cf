package io.concertmaster.model.form.edit;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Says how an element is shown, in its {@code options}.
 *
 * @param value null takes the option out
 */
public record SetOption(ElementPath at, String name, @Nullable Object value) implements FormEdit {
  @Override
  public Form apply(Form before) {
    Workpiece piece = new Workpiece(before);
    piece.element(at);
    piece.change(
        at,
        element -> {
          JsonObject options =
              element.get("options") instanceof JsonObject there ? there : JsonObject.empty();
          JsonObject changed = value == null ? options.without(name) : options.with(name, value);
          return changed.isEmpty() ? element.without("options") : element.with("options", changed);
        });
    return piece.form();
  }

  @Override
  public String label() {
    return "Change how it is shown";
  }
}
