package io.concertmaster.model.expression.library.time;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as JavaScript engines do: ECMAScript's own format first (ECMA-262 §21.4.1.32), in
 * which a day alone is in UTC, and then the words and numbers of {@code 1 Feb 2024 10:00 GMT+1} or
 * {@code 2/1/2024 3:04 PM}, which are local where no zone is named.
 */
final class DateText {
  private static final Pattern ISO =
      Pattern.compile(
          "([+-]\\d{6}|\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
              + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,30}))?)?"
              + "(Z|z|[+-]\\d\\d:?\\d\\d)?)?");
  private static final Pattern WORD =
      Pattern.compile(
          "\\([^()]*\\)|(\\d+)(?::(\\d+)(?::(\\d+)(?:\\.(\\d+))?)?)?|([A-Za-z]+)\\.?|([+-])"
              + "|[\\s,/:]+|(.)",
          Pattern.DOTALL);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7));
  private static final int LONGEST = 300;

  private final ZoneId zone;
  private final double[] numbers = new double[8];
  private int count;
  private int month = -1;
  private int monthPlace = -1;
  private double @Nullable [] clock;
  private @Nullable Double offset;
  private int half = -1;

  private DateText(ZoneId zone) {
    this.zone = zone;
  }

  /** Milliseconds since 1970, NaN where the text is no date. */
  static double parse(String text, ZoneId zone) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST) {
      return Double.NaN;
    }
    Matcher iso = ISO.matcher(trimmed);
    if (iso.matches()) {
      return iso(iso, zone);
    }
    return new DateText(zone).loose(trimmed);
  }

  private static double group(Matcher m, int group, double otherwise) {
    String found = m.group(group);
    return found == null ? otherwise : Double.parseDouble(found);
  }

  private static double iso(Matcher m, ZoneId zone) {
    double year = group(m, 1, 0);
    double month = group(m, 2, 1);
    double day = group(m, 3, 1);
    double hour = group(m, 4, 0);
    double minute = group(m, 5, 0);
    double second = group(m, 6, 0);
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    boolean good =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && (hour < 24 || midnight)
            && minute < 60
            && second < 60
            && !m.group(1).equals("-000000");
    if (!good) {
      return Double.NaN;
    }
    double local =
        Calendar.millis(year, month, day, hour, minute, second, DateReading.millis(m.group(7)));
    String named = m.group(8);
    if (named != null) {
      return local - minutes(named) * 60_000;
    }
    boolean utc = m.group(4) == null;
    return utc ? local : Zones.instant(local, Zones.offset(zone, local), zone);
  }

  private static double minutes(String offset) {
    String digits = offset.replace(":", "");
    return digits.equalsIgnoreCase("z")
        ? 0
        : Zones.signedOffset(digits.substring(0, 3), digits.substring(3));
  }

  private double loose(String text) {
    Matcher word = WORD.matcher(text);
    int sign = 0;
    boolean any = false;
    while (word.find()) {
      if (word.group(7) != null) {
        return Double.NaN;
      }
      String sep = word.group(6);
      if (sep != null) {
        sign = sep.equals("+") ? 1 : -1;
        continue;
      }
      if (word.group(1) != null) {
        any = true;
        if (!number(word, sign)) {
          return Double.NaN;
        }
        sign = 0;
      } else if (word.group(5) != null) {
        if (!word(word.group(5).toLowerCase(Locale.ROOT), any)) {
          return Double.NaN;
        }
        sign = 0;
      }
    }
    return result();
  }

  private boolean number(Matcher word, int sign) {
    if (word.group(1).length() > 9) {
      return false;
    }
    double value = Double.parseDouble(word.group(1));
    boolean colon = word.group(2) != null;
    if (sign != 0 && (clock != null || offset != null) && count > 0) {
      double minutes =
          colon
              ? value * 60 + Double.parseDouble(word.group(2))
              : word.group(1).length() > 2
                  ? Math.floor(value / 100) * 60 + value % 100
                  : value * 60;
      offset = sign * minutes;
      return true;
    }
    if (colon) {
      if (clock != null) {
        return false;
      }
      clock =
          new double[] {
            value,
            Double.parseDouble(word.group(2)),
            word.group(3) == null ? 0 : Double.parseDouble(word.group(3)),
            DateReading.millis(word.group(4))
          };
      return true;
    }
    if (count >= 3) {
      return false;
    }
    numbers[count++] = value;
    return true;
  }

  private boolean word(String word, boolean afterNumber) {
    String three = word.substring(0, Math.min(3, word.length()));
    if (word.equals("am") || word.equals("pm")) {
      half = word.equals("am") ? 0 : 1;
      if (clock == null && count > 0) {
        clock = new double[] {numbers[--count], 0, 0, 0};
      }
      return clock != null;
    }
    if (word.equals("t") && afterNumber) {
      return true;
    }
    Integer hours = ZONES.get(word);
    if (hours != null && afterNumber) {
      offset = hours * 60.0;
      return true;
    }
    if (word.length() >= 3 && MONTHS.contains(three)) {
      month = MONTHS.indexOf(three) + 1;
      monthPlace = count;
      return true;
    }
    return DAYS.contains(three) || !afterNumber;
  }

  private double result() {
    double year;
    double monthNumber;
    double day;
    if (month > 0) {
      if (count == 0 || count > 2) {
        return Double.NaN;
      }
      monthNumber = month;
      boolean yearFirst = numbers[0] > 31 && count == 2;
      day = count == 1 && numbers[0] > 31 ? 1 : yearFirst ? numbers[1] : numbers[0];
      year = count == 2 ? numbers[yearFirst ? 0 : 1] : numbers[0] > 31 ? numbers[0] : 2001;
    } else if (count == 3) {
      boolean yearFirst = numbers[0] > 31;
      year = numbers[yearFirst ? 0 : 2];
      monthNumber = numbers[yearFirst ? 1 : 0];
      day = numbers[yearFirst ? 2 : 1];
    } else if (count == 2) {
      boolean yearFirst = numbers[0] > 31;
      year = yearFirst ? numbers[0] : numbers[1] > 31 ? numbers[1] : 2001;
      monthNumber = yearFirst ? numbers[1] : numbers[0];
      day = yearFirst || numbers[1] > 31 ? 1 : numbers[1];
    } else if (count == 1 && clock == null) {
      double only = numbers[0];
      year = only > 31 ? only : 2001;
      monthNumber = only > 31 ? 1 : only;
      day = 1;
    } else {
      return Double.NaN;
    }
    if (year >= 0 && year < 50) {
      year += 2000;
    } else if (year >= 50 && year < 100) {
      year += 1900;
    }
    if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31 || monthPlace > 2) {
      return Double.NaN;
    }
    return at(year, monthNumber, day);
  }

  private double at(double year, double monthNumber, double day) {
    double[] t = clock == null ? new double[4] : clock;
    double hour = t[0];
    if (half >= 0) {
      if (hour < 1 || hour > 12) {
        return Double.NaN;
      }
      hour = hour % 12 + half * 12;
    }
    if (hour > 24 || t[1] > 59 || t[2] > 59) {
      return Double.NaN;
    }
    double local = Calendar.millis(year, monthNumber, day, hour, t[1], t[2], t[3]);
    return offset == null
        ? Zones.instant(local, Zones.offset(zone, local), zone)
        : local - offset * 60_000;
  }
}
