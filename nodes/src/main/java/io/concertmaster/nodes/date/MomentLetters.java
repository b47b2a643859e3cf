package io.concertmaster.nodes.date;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code YYYY-MM-DD HH:mm}: the letters of the library Moment. Texts in square brackets stand for
 * themselves. Texts are read leniently: what stands between the parts does not matter.
 */
record MomentLetters() implements Letters {
  private static final Pattern PART =
      Pattern.compile(
          "\\[[^\\[\\]]*]|LTS?|L{1,4}|l{1,4}|Mo|M{1,4}|Do|DDDo|D{1,4}|do|d{1,4}|e|E|wo|ww?|Wo|WW?"
              + "|Qo|Q|YYYYYY|YYYY|YY|Y|y+|gggg|gg|GGGG|GG|A|a|HH?|hh?|kk?|mm?|ss?|S{1,9}|X|x"
              + "|zz?|ZZ?|.",
          Pattern.DOTALL);

  @Override
  public String write(String form, ZonedDateTime date) {
    StringBuilder text = new StringBuilder();
    for (String part : parts(form)) {
      text.append(part.startsWith("'") ? part.substring(1) : written(part, date));
    }
    return text.toString();
  }

  @Override
  public Optional<ZonedDateTime> read(String form, String text, ZoneId zone) {
    return LettersReading.lenient(parts(form).stream().map(MomentLetters::asLuxon).toList())
        .read(text, zone);
  }

  private static List<String> parts(String form) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(form);
    while (part.find()) {
      String text = part.group();
      String preset = preset(text);
      if (!preset.isEmpty()) {
        parts.addAll(parts(preset));
      } else if (text.startsWith("[") && text.endsWith("]") && text.length() > 1) {
        parts.add("'" + text.substring(1, text.length() - 1));
      } else {
        parts.add(Character.isLetter(text.charAt(0)) && known(text) ? text : "'" + text);
      }
    }
    return parts;
  }

  private static boolean known(String text) {
    return text.length() > 1 || "MDdeEwWQYyAaHhkmsSXxzZ".contains(text);
  }

  private static String preset(String text) {
    return switch (text) {
      case "LT" -> "h:mm A";
      case "LTS" -> "h:mm:ss A";
      case "L" -> "MM/DD/YYYY";
      case "LL" -> "MMMM D, YYYY";
      case "LLL" -> "MMMM D, YYYY h:mm A";
      case "LLLL" -> "dddd, MMMM D, YYYY h:mm A";
      case "l" -> "M/D/YYYY";
      case "ll" -> "MMM D, YYYY";
      case "lll" -> "MMM D, YYYY h:mm A";
      case "llll" -> "ddd, MMM D, YYYY h:mm A";
      default -> "";
    };
  }

  private static String written(String part, ZonedDateTime date) {
    DayOfWeek day = date.getDayOfWeek();
    int sunday = day.getValue() % 7;
    int week = date.get(WeekFields.SUNDAY_START.weekOfWeekBasedYear());
    int isoWeek = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return switch (part) {
      case "Mo" -> ordinal(date.getMonthValue());
      case "Do" -> ordinal(date.getDayOfMonth());
      case "DDDo" -> ordinal(date.getDayOfYear());
      case "Qo" -> ordinal(date.get(IsoFields.QUARTER_OF_YEAR));
      case "d", "e" -> String.valueOf(sunday);
      case "do" -> ordinal(sunday);
      case "dd" -> day.getDisplayName(TextStyle.SHORT, Locale.US).substring(0, 2);
      case "w", "ww" -> DateParts.padded(week, part.length());
      case "wo" -> ordinal(week);
      case "Wo" -> ordinal(isoWeek);
      case "gg", "gggg" -> {
        int year = date.get(WeekFields.SUNDAY_START.weekBasedYear());
        yield DateParts.padded(part.length() == 2 ? year % 100 : year, part.length());
      }
      case "k", "kk" -> DateParts.padded(date.getHour() == 0 ? 24 : date.getHour(), part.length());
      case "a" -> date.getHour() < 12 ? "am" : "pm";
      case "z", "zz" -> DateParts.written("ZZZZ", date).orElse("");
      default -> {
        if (part.startsWith("S")) {
          String nanos = DateParts.padded(date.getNano(), 9);
          yield nanos.substring(0, part.length());
        }
        yield DateParts.written(asLuxon(part), date).orElse(part);
      }
    };
  }

  /** Luxon's letters for the same part, where there are any. */
  private static String asLuxon(String part) {
    return switch (part) {
      case "Y" -> "y";
      case "YY" -> "yy";
      case "YYYY" -> "yyyy";
      case "YYYYYY" -> "yyyyyy";
      case "D" -> "d";
      case "DD" -> "dd";
      case "DDD" -> "o";
      case "DDDD" -> "ooo";
      case "ddd" -> "EEE";
      case "dddd" -> "EEEE";
      case "Q" -> "q";
      case "GG" -> "kk";
      case "GGGG" -> "kkkk";
      case "A", "a" -> "a";
      case "Z" -> "ZZ";
      case "ZZ" -> "ZZZ";
      case "Do" -> "do";
      case "k", "kk" -> "H";
      case String s when s.startsWith("S") -> "SSS";
      default -> part;
    };
  }

  private static String ordinal(int number) {
    int last = number % 10;
    boolean teen = number % 100 / 10 == 1;
    return number
        + (teen || last == 0 || last > 3 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd");
  }
}
