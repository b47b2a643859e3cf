package io.concertmaster.form.view;

import io.concertmaster.model.form.FormElement.Field;
import java.time.LocalDate;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A day: typed as people of the language write it, or chosen from a calendar. */
final class DateInput implements Input {
  private final TextField line = new TextField();
  private final StackPane node;
  private final LocalDates dates;

  DateInput(Field field, Site site) {
    dates = LocalDates.of(site.locale());
    line.setPromptText(
        site.texts().placeholder(field).orElse(dates.show(LocalDate.of(2026, 12, 31))));
    line.setEditable(!field.readOnly());
    line.setMinWidth(0);
    line.textProperty().addListener((property, was, is) -> site.changed().run());
    DatePicker calendar = new DatePicker();
    calendar.getStyleClass().add("calendar-button");
    calendar.setFocusTraversable(false);
    calendar.setEditable(false);
    calendar.setAccessibleText(site.texts().label(field));
    calendar.setDisable(field.readOnly());
    calendar.setOnShowing(event -> calendar.setValue(day().orElse(null)));
    calendar
        .valueProperty()
        .addListener((property, was, is) -> {
          if (is != null && !is.equals(day().orElse(null))) {
            line.setText(dates.show(is));
          }
        });
    node = new StackPane(line, calendar);
    StackPane.setAlignment(calendar, Pos.CENTER_RIGHT);
    node.getStyleClass().add("date-input");
  }

  private Optional<LocalDate> day() {
    return dates.date(line.getText());
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Region control() {
    return line;
  }

  @Override
  public @Nullable Object value() {
    String text = line.getText();
    return text.isBlank() ? null : day().map(LocalDate::toString).orElse(text);
  }

  @Override
  public void show(@Nullable Object value) {
    String text = value instanceof String given ? given : "";
    line.setText(dates.date(text).map(dates::show).orElse(text));
  }
}
