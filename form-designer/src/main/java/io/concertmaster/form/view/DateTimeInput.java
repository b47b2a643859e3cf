package io.concertmaster.form.view;

import io.concertmaster.model.form.FormElement.Field;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A day and a time of day. Where the schema wants an offset, it is this machine's. */
final class DateTimeInput implements Input {
  private final DateInput date;
  private final TimeInput time;
  private final HBox node;
  private final boolean zoned;

  DateTimeInput(Field field, Site site) {
    zoned = "date-time".equals(field.schema().get("format"));
    date = new DateInput(field, site);
    time = new TimeInput(field, site);
    time.node().setPrefWidth(96);
    time.node().setAccessibleText(site.texts().label(field));
    HBox.setHgrow(date.node(), Priority.ALWAYS);
    node = new HBox(8, date.node(), time.node());
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public Region control() {
    return date.control();
  }

  @Override
  public @Nullable Object value() {
    Object day = date.value();
    Object hour = time.value();
    if (day == null && hour == null) {
      return null;
    }
    String local = (day == null ? "" : day) + (hour == null ? "" : "T" + hour);
    try {
      LocalDateTime moment = LocalDateTime.parse(local);
      return zoned
          ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              moment.atZone(ZoneId.systemDefault()).toOffsetDateTime())
          : local;
    } catch (DateTimeException e) {
      return local;
    }
  }

  @Override
  public void show(@Nullable Object value) {
    String text = value instanceof String given ? local(given) : "";
    int between = text.indexOf('T');
    date.show(between < 0 ? text : text.substring(0, between));
    time.show(between < 0 ? "" : text.substring(between + 1));
  }

  private static String local(String text) {
    try {
      return OffsetDateTime.parse(text)
          .atZoneSameInstant(ZoneId.systemDefault())
          .toLocalDateTime()
          .toString();
    } catch (DateTimeException e) {
      // Not a moment with an offset: shown as it is written.
      return text;
    }
  }
}
