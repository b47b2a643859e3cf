package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.runtime.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of durations: ISO 8601, by tokens, and for people; and ISO 8601 read. */
final class DurationText {
  private static final String NUMBER = "(-?\\d{1,20}(?:\\.\\d{1,20})?)";
  private static final Pattern ISO =
      Pattern.compile(
          "-?P(?:(?:"
              + NUMBER
              + "Y)?(?:"
              + NUMBER
              + "M)?(?:"
              + NUMBER
              + "W)?(?:"
              + NUMBER
              + "D)?(?:T(?:"
              + NUMBER
              + "H)?(?:"
              + NUMBER
              + "M)?(?:(-?\\d{1,20})(?:[.,](-?\\d{1,20}))?S)?)?)");
  private static final Pattern CLOCK =
      Pattern.compile("T?(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d{1,30}))?)?)?");
  private static final Unit[] ORDER = {
    Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS, Unit.HOURS, Unit.MINUTES, Unit.SECONDS
  };

  private DurationText() {}

  static String iso(DurationValue d) {
    StringBuilder text = new StringBuilder("P");
    part(text, d.get(Unit.YEARS), 'Y');
    if (d.get(Unit.MONTHS) != 0 || d.get(Unit.QUARTERS) != 0) {
      text.append(number(d.get(Unit.MONTHS) + d.get(Unit.QUARTERS) * 3)).append('M');
    }
    part(text, d.get(Unit.WEEKS), 'W');
    part(text, d.get(Unit.DAYS), 'D');
    double seconds = d.get(Unit.SECONDS);
    double millis = d.get(Unit.MILLISECONDS);
    boolean second = seconds != 0 || millis != 0;
    if (d.get(Unit.HOURS) != 0 || d.get(Unit.MINUTES) != 0 || second) {
      text.append('T');
    }
    part(text, d.get(Unit.HOURS), 'H');
    part(text, d.get(Unit.MINUTES), 'M');
    if (second) {
      text.append(number(Math.round((seconds + millis / 1000) * 1000) / 1000.0)).append('S');
    }
    return text.length() == 1 ? "PT0S" : text.toString();
  }

  private static void part(StringBuilder text, double value, char unit) {
    if (value != 0) {
      text.append(number(value)).append(unit);
    }
  }

  static String number(double value) {
    return Numbers.text((Number) Numbers.of(value));
  }

  /** The duration of an ISO text; null where it is none. */
  static @Nullable DurationValue read(String text) {
    Matcher m = ISO.matcher(text);
    if (!m.matches()) {
      return null;
    }
    boolean negative = text.startsWith("-");
    Map<Unit, Double> values = new EnumMap<>(Unit.class);
    for (int i = 0; i < ORDER.length; i++) {
      if (m.group(i + 1) != null) {
        double value = Double.parseDouble(m.group(i + 1));
        values.put(ORDER[i], negative && value != 0 ? -value : value);
      }
    }
    if (m.group(8) != null) {
      double millis = DateReading.millis(m.group(8).replace("-", ""));
      boolean down = negative || m.group(7).startsWith("-");
      values.put(Unit.MILLISECONDS, down && millis != 0 ? -millis : millis);
    }
    return DurationValue.of(values);
  }

  /** The duration since midnight of a time of day; null where the text is none. */
  static @Nullable DurationValue readTime(String text) {
    Matcher m = CLOCK.matcher(text);
    if (!m.matches()) {
      return null;
    }
    Map<Unit, Double> values = new EnumMap<>(Unit.class);
    Unit[] units = {Unit.HOURS, Unit.MINUTES, Unit.SECONDS};
    for (int i = 0; i < units.length; i++) {
      values.put(units[i], m.group(i + 1) == null ? 0.0 : Double.parseDouble(m.group(i + 1)));
    }
    values.put(Unit.MILLISECONDS, DateReading.millis(m.group(4)));
    return DurationValue.of(values);
  }

  /** Text by tokens: {@code hh:mm:ss}, {@code d 'days'}. */
  static String format(DurationValue duration, String format, boolean floor) {
    List<Token> tokens = Token.of(format);
    List<Unit> units = new ArrayList<>();
    for (Token token : tokens) {
      Unit unit = token.literal() ? null : unit(token.text().charAt(0));
      if (unit != null) {
        units.add(unit);
      }
    }
    DurationValue shifted = Shifting.shift(duration, units);
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      Unit unit = token.literal() ? null : unit(token.text().charAt(0));
      text.append(
          unit == null ? token.text() : padded(shifted.get(unit), token.text().length(), floor));
    }
    return text.toString();
  }

  private static String padded(double value, int digits, boolean floor) {
    double shown = floor ? Math.floor(value) : Math.round(value * 1000) / 1000.0;
    BigDecimal number = new BigDecimal(Math.abs(shown)).setScale(3, RoundingMode.HALF_EVEN);
    String text = number.stripTrailingZeros().toPlainString();
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    return (shown < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - whole)) + text;
  }

  private static @Nullable Unit unit(char letter) {
    return switch (letter) {
      case 'S' -> Unit.MILLISECONDS;
      case 's' -> Unit.SECONDS;
      case 'm' -> Unit.MINUTES;
      case 'h' -> Unit.HOURS;
      case 'd' -> Unit.DAYS;
      case 'w' -> Unit.WEEKS;
      case 'M' -> Unit.MONTHS;
      case 'y' -> Unit.YEARS;
      default -> null;
    };
  }

  /** Text for people, in English: {@code 1 day, 5 hours}. */
  static String human(DurationValue duration, Options options) {
    boolean zeros = options.flag("showZeros", true);
    String display = options.text("unitDisplay", "long");
    List<String> parts = new ArrayList<>();
    NumberFormat numbers = NumberFormat.getInstance(Locale.US);
    numbers.setMaximumFractionDigits(3);
    numbers.setGroupingUsed(false);
    duration
        .values()
        .forEach((unit, value) -> {
          if (value != 0 || zeros) {
            parts.add(numbers.format(value) + named(unit, value, display));
          }
        });
    return switch (options.text("listStyle", "narrow")) {
      case "long", "short" ->
          parts.size() < 3
              ? String.join(options.text("listStyle", "").equals("long") ? " and " : " & ", parts)
              : String.join(", ", parts.subList(0, parts.size() - 1))
                  + (options.text("listStyle", "").equals("long") ? ", and " : ", & ")
                  + parts.getLast();
      default -> String.join(", ", parts);
    };
  }

  private static String named(Unit unit, double value, String display) {
    boolean one = Math.abs(value) == 1;
    return switch (display) {
      case "short" ->
          switch (unit) {
            case YEARS -> one ? " yr" : " yrs";
            case QUARTERS -> one ? " qtr" : " qtrs";
            case MONTHS -> one ? " mth" : " mths";
            case WEEKS -> one ? " wk" : " wks";
            case DAYS -> one ? " day" : " days";
            case HOURS -> " hr";
            case MINUTES -> " min";
            case SECONDS -> " sec";
            case MILLISECONDS -> " ms";
          };
      case "narrow" ->
          switch (unit) {
            case QUARTERS -> "q";
            case MONTHS -> "m";
            case MILLISECONDS -> "ms";
            default -> unit.plural().substring(0, 1);
          };
      default -> " " + (one ? unit.singular() : unit.plural());
    };
  }
}
