package io.concertmaster.nodes.date;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.NumberText;
import io.concertmaster.nodes.condition.NumberLike;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the node reads dates.
 *
 * @param form the form of texts by letters; empty: ISO 8601, or as JavaScript reads it
 * @param letters what the form is made of
 * @param zone of texts that say none
 */
record DateReading(String form, Letters letters, ZoneId zone) {
  /** A number of fewer digits counts seconds, not milliseconds. */
  private static final int MILLISECOND_DIGITS = 12;

  static DateReading of(Parameters settings, ZoneId workflow) throws NodeException {
    String zone = settings.text("fromZone");
    return new DateReading(
        settings.text("fromFormat"),
        Letters.of(settings.text("letters")),
        zone.isBlank() ? workflow : Zones.of(zone, "fromZone"));
  }

  /**
   * The date that a property has.
   *
   * @return with the zone or offset that the value says itself, where it says one
   * @throws NodeException when it is none
   */
  ZonedDateTime read(@Nullable Object value, String property) throws NodeException {
    String text = value instanceof String given ? given.strip() : "";
    if (!form.isEmpty() && !text.isEmpty()) {
      Optional<ZonedDateTime> date = letters.read(form, text, zone);
      if (date.isPresent()) {
        return date.get();
      }
    }
    Number number = NumberLike.of(value);
    if (number != null) {
      return timestamp(number.doubleValue());
    }
    Optional<ZonedDateTime> date =
        form.isEmpty() ? IsoDate.of(text, zone).or(() -> LooseDate.of(text)) : Optional.empty();
    if (date.isEmpty()) {
      throw new NodeException(
              "“"
                  + (value == null ? "" : value)
                  + "” is no date"
                  + (form.isEmpty()
                      ? ": set its form in “Form of the date”"
                      : " in the form " + form))
          .atProperty(property);
    }
    return date.get();
  }

  /** Seconds or milliseconds since 1970; a fraction shows that it is seconds. */
  private static ZonedDateTime timestamp(double number) {
    boolean whole = number == Math.rint(number);
    double value = whole ? number : Math.round(number * 1000);
    boolean seconds = NumberText.of(value).length() < MILLISECOND_DIGITS;
    return Instant.ofEpochMilli(Math.round(seconds ? value * 1000 : value)).atZone(ZoneOffset.UTC);
  }
}
