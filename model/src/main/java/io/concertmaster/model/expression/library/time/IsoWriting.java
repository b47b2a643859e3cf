package io.concertmaster.model.expression.library.time;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/** ISO 8601 text of dates, in the forms that Luxon has. */
final class IsoWriting {
  private static final String PRECISIONS = "year month day hour minute second millisecond";

  private IsoWriting() {}

  /**
   * How much is written.
   *
   * @param precision the smallest unit that is written
   */
  record Form(
      boolean extended,
      boolean suppressSeconds,
      boolean suppressMilliseconds,
      boolean offset,
      boolean zone,
      String precision) {
    /** Everything. */
    static final Form FULL = new Form(true, false, false, true, false, "millisecond");

    /** As options say it. */
    static Form of(Options options) {
      String precision =
          options.text("precision", "millisecond").toLowerCase(Locale.ROOT).replaceFirst("s$", "");
      return new Form(
          !options.text("format", "extended").equals("basic"),
          options.flag("suppressSeconds", false),
          options.flag("suppressMilliseconds", false),
          options.flag("includeOffset", true),
          options.flag("extendedZone", false),
          PRECISIONS.contains(precision) ? precision : "millisecond");
    }

    Form withoutOffset() {
      return new Form(extended, suppressSeconds, suppressMilliseconds, false, false, precision);
    }
  }

  static String dateTime(ZonedDateTime time, Form form) {
    boolean withTime =
        switch (form.precision) {
          case "year", "month", "day" -> false;
          default -> true;
        };
    return date(time, form) + (withTime ? "T" : "") + time(time, form);
  }

  static String date(ZonedDateTime time, Form form) {
    int year = time.getYear();
    boolean far = year > 9999 || year < 0;
    String text = (far && year >= 0 ? "+" : "") + LocaleText.number(Locale.ROOT, year, far ? 6 : 4);
    String between = form.extended ? "-" : "";
    if (form.precision.equals("year")) {
      return text;
    }
    text += between + two(time.getMonthValue());
    return form.precision.equals("month") ? text : text + between + two(time.getDayOfMonth());
  }

  static String time(ZonedDateTime time, Form form) {
    StringBuilder text = new StringBuilder();
    clock(time, form, text);
    if (form.offset) {
      boolean utc = time.getZone() instanceof ZoneOffset o && o.getTotalSeconds() == 0;
      text.append(utc && !form.zone ? "Z" : Zones.padded(time.getOffset(), ":"));
    }
    if (form.zone) {
      text.append('[').append(Zones.name(time.getZone())).append(']');
    }
    return text.toString();
  }

  private static void clock(ZonedDateTime time, Form form, StringBuilder text) {
    int millis = time.getNano() / 1_000_000;
    String between = form.extended ? ":" : "";
    boolean seconds = !form.suppressSeconds || millis != 0 || time.getSecond() != 0;
    switch (form.precision) {
      case "year", "month", "day" -> {
        return;
      }
      default -> text.append(two(time.getHour()));
    }
    if (form.precision.equals("hour")) {
      return;
    }
    text.append(between).append(two(time.getMinute()));
    if (form.precision.equals("minute") || !seconds) {
      return;
    }
    text.append(between).append(two(time.getSecond()));
    if (!form.precision.equals("second") && (!form.suppressMilliseconds || millis != 0)) {
      text.append('.').append(LocaleText.number(Locale.ROOT, millis, 3));
    }
  }

  private static String two(int number) {
    return LocaleText.number(Locale.ROOT, number, 2);
  }
}
