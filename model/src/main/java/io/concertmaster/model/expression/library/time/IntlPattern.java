package io.concertmaster.model.expression.library.time;

import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pattern for a choice of fields, put together from the locale data. */
final class IntlPattern {
  /** What stands between a long date and a time. */
  private static final Map<String, String> AT =
      Map.of(
          "en",
          " 'at' ",
          "de",
          " 'um' ",
          "fr",
          " 'à' ",
          "pt",
          " 'às' ",
          "it",
          " 'alle' 'ore' ",
          "nl",
          " 'om' ",
          "es",
          ", ",
          "ja",
          " ",
          "zh",
          " ");

  private final IntlDate wanted;
  private final ZonedDateTime time;
  private final Locale locale;

  IntlPattern(IntlDate wanted, ZonedDateTime time, Locale locale) {
    this.wanted = wanted;
    this.time = time;
    this.locale = locale;
  }

  private @Nullable String field(String name) {
    return wanted.fields().get(name);
  }

  private boolean has(String name) {
    return wanted.fields().containsKey(name);
  }

  String format() {
    return format(pattern(), time, locale, null);
  }

  /** The pattern in the JDK's letters. */
  String pattern() {
    String date = date();
    String clock = clock();
    String pattern = date;
    if (!clock.isEmpty()) {
      boolean words = "long".equals(field("month"));
      pattern = date.isEmpty() ? clock : date + between(words) + clock;
    }
    if (has("timeZoneName")) {
      pattern +=
          (pattern.isEmpty() ? "" : clock.isEmpty() ? ", " : " ")
              + ("long".equals(field("timeZoneName")) ? "zzzz" : "z");
    }
    return pattern;
  }

  private String between(boolean words) {
    if (words) {
      return Objects.requireNonNullElse(AT.get(locale.getLanguage()), ", ");
    }
    return switch (locale.getLanguage()) {
      case "fr", "ja", "zh", "pl" -> " ";
      default -> ", ";
    };
  }

  private String date() {
    String month = field("month");
    String weekday = field("weekday");
    boolean named = month != null && !month.equals("numeric") && !month.equals("2-digit");
    boolean full = has("year") && has("day") && "long".equals(month);
    if (full && weekday == null) {
      return widths(style(FormatStyle.LONG));
    }
    if (full && "long".equals(weekday)) {
      return widths(style(FormatStyle.FULL));
    }
    StringBuilder skeleton = new StringBuilder();
    skeleton.append(has("era") ? "G" : "").append(has("year") ? "y" : "");
    skeleton.append(month == null ? "" : named ? "MMM" : "M");
    skeleton.append(weekday == null ? "" : "E").append(has("day") ? "d" : "");
    if (skeleton.isEmpty()) {
      return "";
    }
    String single =
        switch (skeleton.toString()) {
          case "MMM" -> "LLL";
          case "E" -> "ccc";
          case "M" -> "L";
          default -> "";
        };
    if (!single.isEmpty()) {
      return widths(single);
    }
    String pattern = IntlDate.localized(skeleton.toString(), locale);
    if (pattern == null && weekday != null) {
      String bare = IntlDate.localized(skeleton.toString().replace("E", ""), locale);
      pattern = bare == null ? null : "E, " + bare;
    }
    return widths(pattern == null ? "y-MM-dd" : pattern);
  }

  private String style(FormatStyle style) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
        style, null, IsoChronology.INSTANCE, locale);
  }

  /** The pattern with each field as wide as it is wanted. */
  private String widths(String pattern) {
    StringBuilder widened = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); ) {
      char c = pattern.charAt(i);
      int end = i;
      while (end < pattern.length() && pattern.charAt(end) == c) {
        end++;
      }
      String run = pattern.substring(i, end);
      if (c == '\'') {
        quoted ^= run.length() % 2 == 1;
      }
      widened.append(quoted || c == '\'' ? run : wide(c, run));
      i = end;
    }
    return widened.toString();
  }

  private String wide(char letter, String run) {
    return switch (letter) {
      case 'y', 'u' -> "2-digit".equals(field("year")) ? "yy" : "y";
      case 'M', 'L' -> named(letter, field("month"), run);
      case 'E', 'c' -> named(letter, field("weekday"), run);
      case 'd' -> "2-digit".equals(field("day")) ? "dd" : run;
      case 'h', 'H', 'K', 'k' ->
          "2-digit".equals(field("hour")) ? String.valueOf(letter).repeat(2) : run;
      default -> run;
    };
  }

  private static String named(char letter, @Nullable String width, String run) {
    int count =
        width == null
            ? run.length()
            : switch (width) {
              case "long" -> 4;
              case "short" -> 3;
              case "narrow" -> 5;
              case "2-digit" -> 2;
              default -> run.length();
            };
    return String.valueOf(letter).repeat(count);
  }

  private String clock() {
    if (!has("hour")) {
      return has("minute") ? has("second") ? "mm:ss" : "m" : has("second") ? "s" : fraction("");
    }
    Boolean twelve = wanted.hour12();
    String hour = twelve == null ? "j" : twelve ? "h" : "H";
    String skeleton = hour + (has("minute") ? "m" : "") + (has("second") ? "s" : "");
    String pattern = IntlDate.localized(skeleton, locale);
    return fraction(widths(pattern == null ? "HH:mm" : pattern));
  }

  private String fraction(String pattern) {
    String digits = field("fractionalSecondDigits");
    if (digits == null || !digits.matches("[1-3]")) {
      return pattern;
    }
    String fraction = "S".repeat(Integer.parseInt(digits));
    return pattern.isEmpty() ? fraction : pattern.replaceFirst("s+", "$0." + fraction);
  }

  /** Writes a pattern; the zone's name is that of JavaScript engines. */
  static String format(
      String pattern, ZonedDateTime time, Locale locale, @Nullable Boolean hour12) {
    String own = pattern;
    if (hour12 != null) {
      own =
          hour12
              ? own.replaceAll("[Hk]+", "h") + (own.contains("a") ? "" : " a")
              : own.replaceAll("[hK]+", "HH").replaceAll("\\s*a+\\s*$|\\h*a+(?=\\h)", "");
    }
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      quoted ^= c == '\'';
      if (c == 'z' && !quoted) {
        int end = i;
        while (end < own.length() && own.charAt(end) == 'z') {
          end++;
        }
        String name = end - i == 4 ? ZoneNames.full(locale, time) : ZoneNames.brief(locale, time);
        text.append('\'').append(name.replace("'", "''")).append('\'');
        i = end - 1;
      } else if (c == 'a' && !quoted && LocaleText.english(locale)) {
        text.append('\'').append(LocaleText.meridiem(locale, time)).append('\'');
      } else {
        text.append(c);
      }
    }
    return IntlDate.formatter(text.toString(), locale).format(time);
  }
}
