package io.concertmaster.form.view;

import io.concertmaster.model.form.FormElement.Field;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A time of day. Where the schema wants one with an offset, it is this machine's. */
final class TimeInput implements Input {
  private final TextField line = new TextField();
  private final boolean zoned;

  TimeInput(Field field, Site site) {
    zoned = "time".equals(field.schema().get("format"));
    line.setPromptText(site.texts().placeholder(field).orElse("09:30"));
    line.setEditable(!field.readOnly());
    line.setMinWidth(0);
    line.setMaxWidth(160);
    line.textProperty().addListener((property, was, is) -> site.changed().run());
  }

  @Override
  public Region node() {
    return line;
  }

  @Override
  public @Nullable Object value() {
    String text = line.getText();
    return text.isBlank() ? null : LocalDates.time(text).map(this::written).orElse(text);
  }

  private String written(LocalTime time) {
    if (!zoned) {
      return time.toString();
    }
    return DateTimeFormatter.ofPattern("HH:mm:ssXXX")
        .format(ZonedDateTime.now(ZoneId.systemDefault()).with(time));
  }

  @Override
  public void show(@Nullable Object value) {
    line.setText(value instanceof String text ? text : "");
  }
}
