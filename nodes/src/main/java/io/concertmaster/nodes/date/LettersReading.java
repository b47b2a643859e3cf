package io.concertmaster.nodes.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads texts in a form that is given by Luxon's letters; a literal begins with a quote. */
final class LettersReading {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final Pattern pattern;
  private final List<String> fields = new ArrayList<>();
  private final boolean lenient;

  private LettersReading(List<String> parts, boolean lenient) {
    this.lenient = lenient;
    StringBuilder regex = new StringBuilder(lenient ? "\\s*" : "");
    for (String part : parts) {
      if (part.startsWith("'")) {
        String literal = part.substring(1);
        boolean signs = lenient && literal.chars().noneMatch(Character::isLetterOrDigit);
        regex.append(signs ? "[^\\p{L}\\d+-]*-?" : Pattern.quote(literal));
      } else {
        regex.append('(').append(regex(part)).append(')');
        fields.add(part);
      }
    }
    pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
  }

  /** Reads texts that have the form to the letter. */
  static LettersReading exact(List<String> parts) {
    return new LettersReading(parts, false);
  }

  /** Reads texts with other signs between the parts, and more behind them. */
  static LettersReading lenient(List<String> parts) {
    return new LettersReading(parts, true);
  }

  private String regex(String part) {
    String two = lenient ? "\\d{1,2}" : "\\d{2}";
    return switch (part) {
      case "y" -> "\\d{1,6}";
      case "yy" -> lenient ? "\\d{2}|\\d{4}" : "\\d{2}";
      case "yyyy", "kkkk" -> lenient ? "\\d{1,4}" : "\\d{4}";
      case "M", "L", "d", "H", "h", "m", "s", "W" -> "\\d{1,2}";
      case "do" -> "\\d{1,2}(?:st|nd|rd|th)?";
      case "MM", "LL", "dd", "HH", "hh", "mm", "ss", "WW" -> two;
      case "o" -> "\\d{1,3}";
      case "ooo" -> "\\d{3}";
      case "S", "SSS", "u" -> "\\d{1,9}";
      case "MMM", "LLL", "MMMM", "LLLL", "EEE", "ccc", "EEEE", "cccc" -> "\\p{L}+\\.?";
      case "E", "c", "q" -> "\\d";
      case "a" -> "[ap]\\.?m?\\.?";
      case "X" -> "[+-]?\\d+(?:\\.\\d{1,3})?";
      case "x" -> "[+-]?\\d+";
      case "Z", "ZZ", "ZZZ" -> "Z|[+-]\\d{1,2}(?::?\\d{2})?";
      case "z" -> "[A-Za-z_+-]+(?:/[A-Za-z_+-]+)*";
      default -> "[^\\s]*?";
    };
  }

  /** The moment that a text says; empty where it has another form or says no date. */
  Optional<ZonedDateTime> read(String text, ZoneId zone) {
    Matcher matcher = pattern.matcher(text.strip());
    if (!(lenient ? matcher.lookingAt() : matcher.matches())) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i), matcher.group(i + 1));
    }
    try {
      return moment(values, zone);
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZonedDateTime> moment(Map<String, String> values, ZoneId zone) {
    if (values.containsKey("X")) {
      double seconds = Double.parseDouble(values.get("X"));
      return Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)).atZone(zone));
    }
    if (values.containsKey("x")) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(values.get("x"))).atZone(zone));
    }
    ZoneId own = zone(values, zone);
    return Optional.of(date(values, own).atTime(time(values)).atZone(own));
  }

  private static ZoneId zone(Map<String, String> values, ZoneId otherwise) {
    for (String letters : List.of("Z", "ZZ", "ZZZ")) {
      String text = values.get(letters);
      if (text != null) {
        return text.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
      }
    }
    return values.containsKey("z") ? ZoneId.of(values.get("z")) : otherwise;
  }

  private static LocalDate date(Map<String, String> values, ZoneId zone) {
    LocalDate today = LocalDate.now(zone);
    int year = today.getYear();
    boolean hasYear = false;
    for (String letters : List.of("y", "yy", "yyyy", "kkkk")) {
      String text = values.get(letters);
      if (text != null) {
        int number = Integer.parseInt(text);
        year = text.length() == 2 ? number + (number > 60 ? 1900 : 2000) : number;
        hasYear = true;
      }
    }
    int yearday = first(values, -1, "o", "ooo");
    if (yearday > 0) {
      return LocalDate.ofYearDay(year, yearday);
    }
    int month = first(values, -1, "M", "MM", "L", "LL");
    for (String letters : List.of("MMM", "MMMM", "LLL", "LLLL")) {
      String name = values.get(letters);
      if (name != null && name.length() >= 3) {
        month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
      }
    }
    int day = first(values, -1, "d", "dd", "do");
    if (!hasYear && month < 0 && day < 0) {
      return today;
    }
    return LocalDate.of(
        year, month < 0 ? (hasYear ? 1 : today.getMonthValue()) : month, day < 0 ? 1 : day);
  }

  private static LocalTime time(Map<String, String> values) {
    int hour = first(values, 0, "H", "HH", "h", "hh");
    String half = values.get("a");
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }
    int nanos = 0;
    for (String letters : List.of("S", "SSS", "u")) {
      String digits = values.get(letters);
      if (digits != null) {
        nanos = Integer.parseInt((digits + "000000000").substring(0, 9));
      }
    }
    return LocalTime.of(hour % 24, first(values, 0, "m", "mm"), first(values, 0, "s", "ss"), nanos);
  }

  private static int first(Map<String, String> values, int otherwise, String... letters) {
    for (String each : letters) {
      String text = values.get(each);
      if (text != null) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
      }
    }
    return otherwise;
  }
}
