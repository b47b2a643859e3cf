package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.ValueText;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Any plain value in one line: digits are a number, true and false a flag, all else text. */
final class PlainControl implements PropertyControl {
  private final TextField field = new TextField();
  private final TypedText typed;

  PlainControl(Site site) {
    field.setPromptText("value");
    typed =
        new TypedText(
            field,
            text -> site.report().accept(Literals.plain(text)),
            site.property().expressions());
  }

  @Override
  public Node view() {
    return field;
  }

  @Override
  public void show(@Nullable Object value) {
    if (!Objects.equals(value, Literals.plain(field.getText()))) {
      typed.show(
          switch (value) {
            case null -> "";
            case JsonObject object -> Json.write(object);
            case JsonArray list -> Json.write(list);
            default -> ValueText.whole(value);
          });
    }
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.end();
  }

  @Override
  public boolean holdsButton() {
    return true;
  }
}
