package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.time.LocaleText.Length;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads dates that are written by Luxon's tokens: {@code DateTime.fromFormat}. */
final class TokenReading {
  private static final int LONGEST = 10_000;

  private final Locale locale;
  private final StringBuilder regex = new StringBuilder();
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, List<String>> choices = new LinkedHashMap<>();

  private TokenReading(Locale locale) {
    this.locale = locale;
  }

  static Object read(Frame frame, @Nullable Object[] a) {
    String text = Arguments.text(frame, a, 0);
    String format = Arguments.text(frame, a, 1);
    return read(frame, text, format, Options.at(frame, a, 2));
  }

  static DateTimeValue read(Frame frame, String text, String format, Options options) {
    if (text.length() > LONGEST || format.length() > LONGEST) {
      throw Failure.type("the text or format of a date is too long");
    }
    frame.charge(400 + (long) text.length() * Math.max(8, format.length()));
    TokenReading reading = new TokenReading(Locales.of(options, Locale.US));
    for (Token token : Token.of(format)) {
      reading.add(token);
    }
    Matcher matcher =
        Pattern.compile(reading.regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text);
    if (!matcher.matches()) {
      return DateTimeFunctions.dated(frame, options, text, "format " + format, null, null);
    }
    return reading.date(frame, options, text, format, matcher);
  }

  private void literal(String text) {
    regex.append(Pattern.quote(text));
  }

  private void group(String token, String pattern) {
    tokens.add(token);
    regex.append('(').append(pattern).append(')');
  }

  private void oneOf(String token, List<String> names) {
    choices.put(token, names);
    group(
        token,
        names.stream()
            .map(name -> name.replace(".", ""))
            .map(name -> Pattern.quote(name) + "\\.?")
            .sorted((x, y) -> y.length() - x.length())
            .collect(Collectors.joining("|")));
  }

  private void add(Token token) {
    if (token.literal()) {
      literal(token.text());
      return;
    }
    String t = token.text();
    switch (t) {
      case "y" -> group(t, "\\d{1,6}");
      case "yy", "kk" -> group(t, "\\d{2,4}");
      case "yyyy", "kkkk" -> group(t, "\\d{4}");
      case "yyyyy" -> group(t, "\\d{4,6}");
      case "yyyyyy" -> group(t, "\\d{6}");
      case "M", "L", "d", "H", "h", "m", "q", "s", "W", "uu" -> group(t, "\\d{1,2}");
      case "MM", "LL", "dd", "HH", "hh", "mm", "qq", "ss", "WW" -> group(t, "\\d{2}");
      case "o", "S" -> group(t, "\\d{1,3}");
      case "ooo", "SSS" -> group(t, "\\d{3}");
      case "u" -> group(t, "\\d{1,9}");
      case "uuu", "E", "c" -> group(t, "\\d");
      case "X" -> group(t, "-?\\d{1,12}(?:\\.\\d{1,3})?");
      case "x" -> group(t, "-?\\d{1,16}");
      case "MMM" -> oneOf(t, LocaleText.months(locale, Length.SHORT, false));
      case "MMMM" -> oneOf(t, LocaleText.months(locale, Length.LONG, false));
      case "LLL" -> oneOf(t, LocaleText.months(locale, Length.SHORT, true));
      case "LLLL" -> oneOf(t, LocaleText.months(locale, Length.LONG, true));
      case "EEE" -> oneOf(t, LocaleText.weekdays(locale, Length.SHORT, false));
      case "EEEE" -> oneOf(t, LocaleText.weekdays(locale, Length.LONG, false));
      case "ccc" -> oneOf(t, LocaleText.weekdays(locale, Length.SHORT, true));
      case "cccc" -> oneOf(t, LocaleText.weekdays(locale, Length.LONG, true));
      case "a" -> oneOf(t, LocaleText.meridiems(locale));
      case "G" -> oneOf(t, LocaleText.eras(locale, Length.SHORT));
      case "GG" -> oneOf(t, LocaleText.eras(locale, Length.LONG));
      case "Z", "ZZ" -> group(t, "[+-]\\d{1,2}(?::\\d{2})?");
      case "ZZZ" -> group(t, "[+-]\\d{1,2}(?:\\d{2})?");
      case "z" -> group(t, "[a-z_+-/]{1,256}?");
      default -> macro(t);
    }
  }

  /** A macro token stands for the tokens of its pattern. */
  private void macro(String token) {
    IntlDate macro = IntlDate.macro(token);
    String tokens = macro == null ? null : IntlTokens.of(macro, locale);
    if (tokens == null) {
      literal(token);
      return;
    }
    for (Token part : Token.of(tokens)) {
      if (part.literal() && part.text().isBlank()) {
        regex.append("[^\\S\\n\\r]");
      } else {
        add(part);
      }
    }
  }

  private DateTimeValue date(
      Frame frame, Options options, String text, String format, Matcher matcher) {
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      found.put(tokens.get(i), matcher.group(i + 1));
    }
    if (found.containsKey("a") && (found.containsKey("H") || found.containsKey("HH"))) {
      throw Failure.type("a date's format cannot hold a meridiem (a) and 24 hours (H)");
    }
    Map<String, Double> fields = new LinkedHashMap<>();
    ZoneId zone = null;
    boolean known = true;
    Long offset = null;
    Integer half = null;
    boolean before = false;
    for (Map.Entry<String, String> entry : found.entrySet()) {
      String token = entry.getKey();
      String value = entry.getValue();
      switch (token.charAt(0)) {
        case 'z' -> {
          zone = Zones.iana(value);
          known = zone != null;
        }
        case 'Z' -> {
          String digits = value.replace(":", "");
          int hours = digits.length() > 3 ? digits.length() - 2 : digits.length();
          double minutes = Zones.signedOffset(digits.substring(0, hours), digits.substring(hours));
          offset = (long) (minutes * 60_000);
          zone = zone == null ? Zones.fixed(minutes) : zone;
        }
        case 'a' -> half = choice(token, value);
        case 'G' -> before = choice(token, value) == 0;
        case 'X' -> {
          return DateTimeFunctions.dated(
              frame, options, text, format, instant(Double.parseDouble(value) * 1000), null);
        }
        case 'x' -> {
          return DateTimeFunctions.dated(
              frame, options, text, format, instant(Double.parseDouble(value)), null);
        }
        default -> field(fields, token, value);
      }
    }
    halve(fields, half);
    if (before && fields.containsKey("year")) {
      fields.computeIfPresent("year", (name, year) -> -year);
    }
    return DateTimeFunctions.dated(
        frame,
        options,
        text,
        "format " + format,
        new DateReading.Read(fields, zone, known),
        offset);
  }

  private static DateReading.Read instant(double millis) {
    java.time.ZonedDateTime t =
        java.time.Instant.ofEpochMilli((long) millis).atZone(java.time.ZoneOffset.UTC);
    Map<String, Double> fields = new LinkedHashMap<>();
    fields.put("year", (double) t.getYear());
    fields.put("month", (double) t.getMonthValue());
    fields.put("day", (double) t.getDayOfMonth());
    fields.put("hour", (double) t.getHour());
    fields.put("minute", (double) t.getMinute());
    fields.put("second", (double) t.getSecond());
    fields.put("millisecond", Math.floor(t.getNano() / 1e6));
    return new DateReading.Read(fields, java.time.ZoneOffset.UTC, true);
  }

  private int choice(String token, String value) {
    List<String> names = choices.getOrDefault(token, List.of());
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).replace(".", "").equalsIgnoreCase(value.replace(".", ""))) {
        return i;
      }
    }
    return 0;
  }

  private void field(Map<String, Double> fields, String token, String value) {
    boolean named = choices.containsKey(token);
    double number = named ? choice(token, value) + 1 : Double.parseDouble(value);
    switch (token.charAt(0)) {
      case 'y' -> fields.put("year", token.equals("yy") ? DateReading.year(value) : number);
      case 'M', 'L' -> fields.put("month", number);
      case 'd' -> fields.put("day", number);
      case 'o' -> fields.put("ordinal", number);
      case 'H', 'h' -> fields.put("hour", number);
      case 'm' -> fields.put("minute", number);
      case 's' -> fields.put("second", number);
      case 'S' -> fields.put("millisecond", number);
      case 'u' -> fields.put("millisecond", DateReading.millis(value));
      case 'E', 'c' -> fields.put("weekday", number);
      case 'W' -> fields.put("weekNumber", number);
      case 'k' -> fields.put("weekYear", token.equals("kk") ? DateReading.year(value) : number);
      case 'q' -> fields.put("month", (number - 1) * 3 + 1);
      default -> throw new IllegalStateException("no field for " + token);
    }
  }

  private static void halve(Map<String, Double> fields, @Nullable Integer half) {
    Double hour = fields.get("hour");
    if (half != null && hour != null) {
      if (hour < 12 && half == 1) {
        fields.put("hour", hour + 12);
      } else if (hour == 12 && half == 0) {
        fields.put("hour", 0.0);
      }
    }
  }
}
