package io.concertmaster.nodes.date;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/** The parts of a date as texts, by Luxon's letters. */
final class DateParts {
  private static final DateTimeFormatter ZONE_SHORT = DateTimeFormatter.ofPattern("zzz", Locale.US);
  private static final DateTimeFormatter ZONE_LONG = DateTimeFormatter.ofPattern("zzzz", Locale.US);

  private DateParts() {}

  /** The part that letters stand for; empty where they stand for none. */
  static Optional<String> written(String letters, ZonedDateTime date) {
    String text =
        switch (letters.charAt(0)) {
          case 'y' -> year(letters, date.getYear());
          case 'M', 'L' -> month(letters, date);
          case 'd' -> number(letters, 2, date.getDayOfMonth());
          case 'E', 'c' -> weekday(letters, date);
          case 'o' ->
              letters.length() == 3
                  ? padded(date.getDayOfYear(), 3)
                  : number(letters, 1, date.getDayOfYear());
          case 'q' -> number(letters, 2, date.get(IsoFields.QUARTER_OF_YEAR));
          case 'W', 'n' -> number(letters, 2, date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
          case 'k', 'i' -> weekYear(letters, date.get(IsoFields.WEEK_BASED_YEAR));
          case 'G' -> era(letters, date);
          default -> time(letters, date);
        };
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static String time(String letters, ZonedDateTime date) {
    int millis = date.get(ChronoField.MILLI_OF_SECOND);
    return switch (letters) {
      case "H", "HH" -> number(letters, 2, date.getHour());
      case "h", "hh" -> number(letters, 2, (date.getHour() + 11) % 12 + 1);
      case "m", "mm" -> number(letters, 2, date.getMinute());
      case "s", "ss" -> number(letters, 2, date.getSecond());
      case "S" -> String.valueOf(millis);
      case "SSS", "u" -> padded(millis, 3);
      case "uu" -> padded(millis / 10, 2);
      case "uuu" -> String.valueOf(millis / 100);
      case "a" -> date.getHour() < 12 ? "AM" : "PM";
      case "X" -> String.valueOf(date.toEpochSecond());
      case "x" -> String.valueOf(date.toInstant().toEpochMilli());
      case "z" -> date.getZone().getId();
      default -> offset(letters, date);
    };
  }

  private static String offset(String letters, ZonedDateTime date) {
    return switch (letters) {
      case "Z" -> {
        int minutes = date.getOffset().getTotalSeconds() / 60;
        String hours = (minutes < 0 ? "-" : "+") + Math.abs(minutes / 60);
        yield minutes % 60 == 0 ? hours : hours + ":" + padded(Math.abs(minutes % 60), 2);
      }
      case "ZZ" -> Zones.offset(date.getOffset(), ":");
      case "ZZZ" -> Zones.offset(date.getOffset(), "");
      case "ZZZZ" -> ZONE_SHORT.format(date);
      case "ZZZZZ" -> ZONE_LONG.format(date);
      default -> "";
    };
  }

  private static String year(String letters, int year) {
    return switch (letters.length()) {
      case 1 -> String.valueOf(year);
      case 2 -> padded(Math.floorMod(year, 100), 2);
      case 4 -> padded(year, 4);
      case 6 -> padded(year, 6);
      default -> "";
    };
  }

  private static String weekYear(String letters, int year) {
    return switch (letters.length()) {
      case 2 -> padded(Math.floorMod(year, 100), 2);
      case 4 -> padded(year, 4);
      default -> "";
    };
  }

  private static String month(String letters, ZonedDateTime date) {
    return switch (letters.length()) {
      case 1, 2 -> number(letters, 2, date.getMonthValue());
      case 3 -> date.getMonth().getDisplayName(TextStyle.SHORT, Locale.US);
      case 4 -> date.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
      case 5 -> date.getMonth().getDisplayName(TextStyle.NARROW, Locale.US);
      default -> "";
    };
  }

  private static String weekday(String letters, ZonedDateTime date) {
    return switch (letters.length()) {
      case 1 -> String.valueOf(date.getDayOfWeek().getValue());
      case 3 -> date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US);
      case 4 -> date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
      case 5 -> date.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.US);
      default -> "";
    };
  }

  private static String era(String letters, ZonedDateTime date) {
    boolean before = date.getYear() <= 0;
    return switch (letters.length()) {
      case 1 -> before ? "BC" : "AD";
      case 2 -> before ? "Before Christ" : "Anno Domini";
      case 5 -> before ? "B" : "A";
      default -> "";
    };
  }

  private static String number(String letters, int most, int value) {
    return letters.length() > most ? "" : padded(value, letters.length());
  }

  /** A number with zeros before it. */
  static String padded(int value, int digits) {
    String text = String.valueOf(Math.abs(value));
    return (value < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
