package io.concertmaster.model.expression.library.time;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads ISO 8601, SQL, RFC 2822 and HTTP dates with Luxon's leniency. */
final class DateReading {
  private static final String OFFSET = "(?:([Zz])|([+-]\\d\\d)(?::?(\\d\\d))?)";
  private static final String ZONE =
      "[A-Za-z_+-]{1,256}(?::?/[A-Za-z0-9_+-]{1,256}(?:/[A-Za-z0-9_+-]{1,256})?)?";
  private static final String CLOCK = "(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d{1,30}))?)?)?";
  private static final String TIME = CLOCK + "(?:" + OFFSET + "?(?:\\[(" + ZONE + ")\\])?)?";
  private static final String SQL_TIME = CLOCK + " ?(?:" + OFFSET + "|(" + ZONE + "))?";

  private static final Pattern ISO_DATE =
      Pattern.compile(
          "([+-]\\d{6}|\\d{4})(?:-?(\\d\\d)(?:-?(\\d\\d))?)?" + "(?:[Tt]" + TIME + ")?");
  private static final Pattern ISO_WEEK =
      Pattern.compile("(\\d{4})-?W(\\d\\d)(?:-?(\\d))?(?:[Tt]" + TIME + ")?");
  private static final Pattern ISO_ORDINAL =
      Pattern.compile("(\\d{4})-?(\\d{3})(?:[Tt]" + TIME + ")?");
  private static final Pattern ISO_TIME = Pattern.compile(TIME);
  private static final Pattern SQL_DATE =
      Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)(?: " + SQL_TIME + ")?");
  private static final Pattern SQL_CLOCK = Pattern.compile(SQL_TIME);

  private static final String MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
  private static final String DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun";
  private static final String LONG_DAYS =
      "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:("
              + DAYS
              + "),\\s)?(\\d{1,2})\\s("
              + MONTHS
              + ")\\s(\\d{2,4})\\s"
              + "(\\d\\d):(\\d\\d)(?::(\\d\\d))?\\s"
              + "(?:(UT|GMT|[ECMP][SD]T)|([Zz])|(?:([+-]\\d\\d)(\\d\\d)))");
  private static final Pattern HTTP =
      Pattern.compile(
          "(" + DAYS + "), (\\d\\d) (" + MONTHS + ") (\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d) GMT");
  private static final Pattern HTTP_OLD =
      Pattern.compile(
          "(" + LONG_DAYS + "), (\\d\\d)-(" + MONTHS + ")-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d) GMT");
  private static final Pattern ASC =
      Pattern.compile(
          "(" + DAYS + ") (" + MONTHS + ") ( \\d|\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d) (\\d{4})");
  private static final Map<String, Integer> AMERICAN =
      Map.of(
          "UT", 0, "GMT", 0, "EDT", -4, "EST", -5, "CDT", -5, "CST", -6, "MDT", -6, "MST", -7,
          "PDT", -7, "PST", -8);

  private DateReading() {}

  /**
   * Fields that were read.
   *
   * @param zone the zone that the text names; null where it names none
   * @param known whether the zone that is named exists
   */
  record Read(Map<String, Double> fields, @Nullable ZoneId zone, boolean known) {}

  static @Nullable Read iso(String text) {
    Matcher m = ISO_DATE.matcher(text);
    if (m.matches()) {
      return timed(named(m, "year", "month", "day"), m, 4);
    }
    m = ISO_WEEK.matcher(text);
    if (m.matches()) {
      return timed(named(m, "weekYear", "weekNumber", "weekday"), m, 4);
    }
    m = ISO_ORDINAL.matcher(text);
    if (m.matches()) {
      return timed(named(m, "year", "ordinal"), m, 3);
    }
    m = ISO_TIME.matcher(text);
    return m.matches() ? timed(new LinkedHashMap<>(), m, 1) : null;
  }

  static @Nullable Read sql(String text) {
    Matcher m = SQL_DATE.matcher(text);
    if (m.matches()) {
      return timed(named(m, "year", "month", "day"), m, 4);
    }
    m = SQL_CLOCK.matcher(text);
    return m.matches() ? timed(new LinkedHashMap<>(), m, 1) : null;
  }

  private static Map<String, Double> named(Matcher m, String... names) {
    Map<String, Double> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      String found = m.group(i + 1);
      if (found != null) {
        fields.put(names[i], Double.parseDouble(found));
      } else if (!names[0].equals("weekYear")) {
        fields.put(names[i], 1.0);
      }
    }
    return fields;
  }

  /** Adds the time whose groups begin at a number: clock, offset and zone. */
  private static Read timed(Map<String, Double> fields, Matcher m, int first) {
    String[] names = {"hour", "minute", "second"};
    for (int i = 0; i < names.length; i++) {
      String found = m.group(first + i);
      fields.put(names[i], found == null ? 0.0 : Double.parseDouble(found));
    }
    fields.put("millisecond", millis(m.group(first + 3)));
    String hours = m.group(first + 5);
    String minutes = m.group(first + 6);
    ZoneId zone = null;
    if (m.group(first + 4) != null) {
      zone = ZoneOffset.UTC;
    } else if (hours != null) {
      zone = Zones.fixed(Zones.signedOffset(hours, minutes == null ? "" : minutes));
    }
    boolean known = hours == null || zone != null;
    String name = m.group(first + 7);
    if (name != null) {
      zone = Zones.iana(name);
      known = zone != null;
    }
    return new Read(fields, zone, known);
  }

  /** Digits behind the point of a second as whole milliseconds. */
  static double millis(@Nullable String fraction) {
    return fraction == null ? 0 : Math.floor(Double.parseDouble("0." + fraction) * 1000);
  }

  static @Nullable Read mail(String text) {
    String plain = text.replaceAll("\\([^()]*\\)|[\\n\\t]", " ").replaceAll("\\s\\s+", " ").strip();
    Matcher m = MAIL.matcher(plain);
    if (!m.matches()) {
      return null;
    }
    double offset;
    if (m.group(8) != null) {
      offset = AMERICAN.getOrDefault(m.group(8), 0) * 60;
    } else {
      offset = m.group(9) != null ? 0 : Zones.signedOffset(m.group(10), m.group(11));
    }
    ZoneId zone = Zones.fixed(offset);
    return new Read(named(m, 1, 4, 3, 2, 5), zone, zone != null);
  }

  static @Nullable Read http(String text) {
    for (Pattern pattern : List.of(HTTP, HTTP_OLD)) {
      Matcher m = pattern.matcher(text);
      if (m.matches()) {
        return new Read(named(m, 1, 4, 3, 2, 5), ZoneOffset.UTC, true);
      }
    }
    Matcher m = ASC.matcher(text);
    return m.matches() ? new Read(named(m, 1, 7, 2, 3, 4), ZoneOffset.UTC, true) : null;
  }

  private static Map<String, Double> named(
      Matcher m, int weekday, int year, int month, int day, int clock) {
    Map<String, Double> fields = new LinkedHashMap<>();
    fields.put("year", year(m.group(year)));
    fields.put("month", 1.0 + Math.floorDiv(MONTHS.indexOf(m.group(month)), 4));
    fields.put("day", Double.parseDouble(m.group(day).strip()));
    fields.put("hour", Double.parseDouble(m.group(clock)));
    fields.put("minute", Double.parseDouble(m.group(clock + 1)));
    if (m.group(clock + 2) != null) {
      fields.put("second", Double.parseDouble(m.group(clock + 2)));
    }
    if (m.group(weekday) != null) {
      String name = m.group(weekday).substring(0, 3).toLowerCase(Locale.ROOT);
      fields.put("weekday", 1.0 + Math.floorDiv(DAYS.toLowerCase(Locale.ROOT).indexOf(name), 4));
    }
    return fields;
  }

  /** A year of two digits is between 1961 and 2060. */
  static double year(String digits) {
    double year = Double.parseDouble(digits);
    return digits.length() > 2 || year > 99 ? year : year > 60 ? 1900 + year : 2000 + year;
  }
}
