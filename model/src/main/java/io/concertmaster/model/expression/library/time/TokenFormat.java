package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.time.LocaleText.Length;
import io.concertmaster.model.expression.runtime.Frame;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Locale;

/** Writes dates by Luxon's tokens: {@code yyyy-MM-dd}, {@code ccc, d LLL}, {@code DDDD}. */
final class TokenFormat {
  private final DateTimeValue date;
  private final ZonedDateTime time;
  private final Locale locale;
  private final boolean zulu;

  private TokenFormat(DateTimeValue date, Locale locale, boolean zulu) {
    this.date = date;
    this.time = date.time();
    this.locale = locale;
    this.zulu = zulu;
  }

  static String format(Frame frame, DateTimeValue date, String format, Locale locale) {
    return format(frame, date, format, locale, false);
  }

  /** With {@code zulu}, UTC's offset is written as {@code Z}. */
  static String format(
      Frame frame, DateTimeValue date, String format, Locale locale, boolean zulu) {
    if (!date.valid()) {
      return "Invalid DateTime";
    }
    TokenFormat writer = new TokenFormat(date, locale, zulu);
    StringBuilder text = new StringBuilder();
    frame.charge(20 + format.length() * 2L);
    for (Token token : Token.of(format)) {
      frame.charge(IntlDate.macro(token.text()) == null ? 2 : 1_000);
      text.append(token.literal() ? token.text() : writer.written(token.text()));
    }
    frame.chargeText(text.length() * 4L);
    return text.toString();
  }

  private String number(long value) {
    return number(value, 0);
  }

  private String number(long value, int digits) {
    return LocaleText.number(locale, value, digits);
  }

  private String written(String token) {
    return switch (token) {
      case "S" -> number(millisecond());
      case "u", "SSS" -> number(millisecond(), 3);
      case "uu" -> number(millisecond() / 10, 2);
      case "uuu" -> number(millisecond() / 100);
      case "s" -> number(time.getSecond());
      case "ss" -> number(time.getSecond(), 2);
      case "m" -> number(time.getMinute());
      case "mm" -> number(time.getMinute(), 2);
      case "h" -> number(twelve());
      case "hh" -> number(twelve(), 2);
      case "H" -> number(time.getHour());
      case "HH" -> number(time.getHour(), 2);
      case "a" -> LocaleText.meridiem(locale, time);
      case "d" -> number(time.getDayOfMonth());
      case "dd" -> number(time.getDayOfMonth(), 2);
      case "c", "E" -> number(time.getDayOfWeek().getValue());
      case "ccc" -> weekday(Length.SHORT, true);
      case "cccc" -> weekday(Length.LONG, true);
      case "ccccc" -> weekday(Length.NARROW, true);
      case "EEE" -> weekday(Length.SHORT, false);
      case "EEEE" -> weekday(Length.LONG, false);
      case "EEEEE" -> weekday(Length.NARROW, false);
      case "L", "M" -> number(time.getMonthValue());
      case "LL", "MM" -> number(time.getMonthValue(), 2);
      case "LLL" -> month(Length.SHORT, true);
      case "LLLL" -> month(Length.LONG, true);
      case "LLLLL" -> month(Length.NARROW, true);
      case "MMM" -> month(Length.SHORT, false);
      case "MMMM" -> month(Length.LONG, false);
      case "MMMMM" -> month(Length.NARROW, false);
      case "y" -> number(time.getYear());
      case "yy" -> lastTwo(time.getYear());
      case "yyyy" -> number(time.getYear(), 4);
      case "yyyyyy" -> number(time.getYear(), 6);
      case "G" -> LocaleText.era(locale, time.getYear(), Length.SHORT);
      case "GG" -> LocaleText.era(locale, time.getYear(), Length.LONG);
      case "GGGGG" -> LocaleText.era(locale, time.getYear(), Length.NARROW);
      default -> rarer(token);
    };
  }

  private String rarer(String token) {
    WeekFields weeks = WeekFields.of(locale);
    return switch (token) {
      case "Z" -> offset(Zones.narrow(time.getOffset()));
      case "ZZ" -> offset(Zones.padded(time.getOffset(), ":"));
      case "ZZZ" -> offset(Zones.padded(time.getOffset(), ""));
      case "ZZZZ" -> zoneName(false);
      case "ZZZZZ" -> zoneName(true);
      case "z" -> Zones.name(time.getZone());
      case "kk" -> lastTwo(time.get(IsoFields.WEEK_BASED_YEAR));
      case "kkkk" -> number(time.get(IsoFields.WEEK_BASED_YEAR), 4);
      case "W" -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case "WW" -> number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
      case "n" -> number(time.get(weeks.weekOfWeekBasedYear()));
      case "nn" -> number(time.get(weeks.weekOfWeekBasedYear()), 2);
      case "ii" -> lastTwo(time.get(weeks.weekBasedYear()));
      case "iiii" -> number(time.get(weeks.weekBasedYear()), 4);
      case "o" -> number(time.getDayOfYear());
      case "ooo" -> number(time.getDayOfYear(), 3);
      case "q" -> number(DateTimeMath.quarter(time));
      case "qq" -> number(DateTimeMath.quarter(time), 2);
      case "X" -> number(Math.floorDiv((long) date.millis(), 1000L));
      case "x" -> number((long) date.millis());
      default -> {
        IntlDate macro = IntlDate.macro(token);
        yield macro == null ? token : macro.format(date, locale);
      }
    };
  }

  private String offset(String text) {
    boolean utc = time.getZone() instanceof ZoneOffset && time.getOffset().getTotalSeconds() == 0;
    return zulu && utc ? "Z" : text;
  }

  private String zoneName(boolean full) {
    if (time.getZone() instanceof ZoneOffset) {
      return Zones.name(time.getZone());
    }
    return full ? ZoneNames.full(locale, time) : ZoneNames.brief(locale, time);
  }

  private long millisecond() {
    return time.get(ChronoField.MILLI_OF_SECOND);
  }

  private long twelve() {
    return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
  }

  private String weekday(Length length, boolean standalone) {
    return LocaleText.weekday(locale, time.getDayOfWeek().getValue(), length, standalone);
  }

  private String month(Length length, boolean standalone) {
    return LocaleText.month(locale, time.getMonthValue(), length, standalone);
  }

  private String lastTwo(int year) {
    String text = Integer.toString(year);
    return number(Long.parseLong(text.substring(Math.max(0, text.length() - 2))), 2);
  }
}
