package io.concertmaster.form.view;

import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Several lines of text; JSON for fields of which no control is known. */
final class AreaInput implements Input {
  private final LinesArea area;
  private final boolean json;

  AreaInput(Field field, Site site) {
    json = field.kind() == FieldKind.OTHER;
    area = new LinesArea(json ? 3 : 4);
    area.setEditable(!field.readOnly());
    site.texts().placeholder(field).ifPresent(area::setPromptText);
    area.textProperty().addListener((property, was, is) -> site.changed().run());
  }

  @Override
  public Region node() {
    return area;
  }

  @Override
  public @Nullable Object value() {
    String text = area.getText();
    if (text.isBlank()) {
      return null;
    }
    if (!json) {
      return text;
    }
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      return text;
    }
  }

  @Override
  public void show(@Nullable Object value) {
    area.setText(
        value == null ? "" : value instanceof String text ? text : Json.writePretty(value).strip());
  }
}
