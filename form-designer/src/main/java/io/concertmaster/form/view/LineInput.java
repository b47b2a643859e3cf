package io.concertmaster.form.view;

import io.concertmaster.forms.TypedNumber;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.Json;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line: text, or a number in the language's own way. */
final class LineInput implements Input {
  private final TextField line;
  private final Field field;
  private final Site site;
  private final boolean number;
  private @Nullable Object shown;
  private String shownText = "";

  LineInput(Field field, Site site, boolean number) {
    this.field = field;
    this.site = site;
    this.number = number;
    this.line = isSecret(field) ? new PasswordField() : new TextField();
    line.setEditable(!field.readOnly());
    line.setMinWidth(0);
    site.texts().placeholder(field).ifPresent(line::setPromptText);
    line.textProperty().addListener((property, was, is) -> site.changed().run());
  }

  /** Whether nobody who looks over the shoulder is to read it. */
  private static boolean isSecret(Field field) {
    return field.kind() == FieldKind.TEXT && "password".equals(field.options().get("format"));
  }

  @Override
  public Region node() {
    return line;
  }

  @Override
  public @Nullable Object value() {
    String text = line.getText();
    if (text.isBlank()) {
      return null;
    }
    if (text.equals(shownText)) {
      return shown;
    }
    if (number) {
      return TypedNumber.read(text, site.texts().language());
    }
    return field.kind() == FieldKind.TEXT ? text : text.strip();
  }

  @Override
  public void show(@Nullable Object value) {
    shown = value;
    shownText =
        switch (value) {
          case null -> "";
          case String text -> text;
          case Number each -> TypedNumber.show(each, site.texts().language());
          default -> Json.write(value);
        };
    line.setText(shownText);
  }
}
