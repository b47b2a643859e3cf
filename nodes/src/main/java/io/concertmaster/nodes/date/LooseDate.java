package io.concertmaster.nodes.date;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people and programs write them beside ISO 8601: {@code 08/01/2022} (month first), {@code
 * Aug 1, 2022 3:30 PM}, {@code Mon, 01 Aug 2022 15:30:00 +0200}. It reads what JavaScript's {@code
 * Date} reads; a text without a zone is universal time.
 */
final class LooseDate {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\([^)]*\\)"
              + "|(?<time>\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:[.,](?<part>\\d{1,9}))?)?)"
              + "|(?<sign>[+-])(?<offset>\\d{1,2}:\\d{2}|\\d{3,4}|\\d{1,2})(?=\\D*$)"
              + "|(?<number>\\d+)(?:st|nd|rd|th)?(?![a-zA-Z])"
              + "|(?<word>[a-zA-Z]+)"
              + "|[\\s,./-]+");

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

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private final List<Integer> numbers = new ArrayList<>();
  private int month;
  private boolean monthFirst;
  private int hour;
  private int minute;
  private int second;
  private int nano;
  private boolean hasTime;
  private Optional<Boolean> afternoon = Optional.empty();
  private Optional<Integer> offsetSeconds = Optional.empty();

  private LooseDate() {}

  /** The moment that a text says; empty where it says none. */
  static Optional<ZonedDateTime> of(String text) {
    return new LooseDate().read(text);
  }

  private Optional<ZonedDateTime> read(String text) {
    Matcher piece = PIECE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!piece.find(at) || piece.start() != at || piece.end() == at || !take(piece)) {
        return Optional.empty();
      }
      at = piece.end();
    }
    try {
      return date();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean take(Matcher piece) {
    if (piece.group("time") != null) {
      return !hasTime && time(piece.group("time").split("[:.,]"), piece.group("part"));
    }
    if (piece.group("offset") != null && (hasTime || offsetSeconds.isPresent())) {
      return offset(piece.group("sign"), piece.group("offset"));
    }
    if (piece.group("offset") != null) {
      return number(piece.group("offset"));
    }
    if (piece.group("number") != null) {
      return number(piece.group("number"));
    }
    return piece.group("word") == null || word(piece.group("word").toLowerCase(Locale.ROOT));
  }

  private boolean number(String digits) {
    return digits.length() <= 6 && numbers.size() < 3 && numbers.add(Integer.valueOf(digits));
  }

  private boolean time(String[] parts, String fraction) {
    hasTime = true;
    hour = Integer.parseInt(parts[0]);
    minute = Integer.parseInt(parts[1]);
    second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
    nano = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    return hour <= 24 && minute < 60 && second < 60;
  }

  private boolean offset(String sign, String text) {
    String digits = text.replace(":", "");
    int hours =
        Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
    int minutes =
        digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
    int seconds = (hours * 60 + minutes) * 60;
    offsetSeconds = Optional.of(sign.equals("-") ? -seconds : seconds);
    return true;
  }

  private boolean word(String word) {
    if (word.equals("am") || word.equals("pm")) {
      afternoon = Optional.of(word.equals("pm"));
      return true;
    }
    if (ZONES.containsKey(word)) {
      offsetSeconds = Optional.of(ZONES.get(word) * 3600);
      return true;
    }
    if (word.equals("t")) {
      return !numbers.isEmpty();
    }
    String start = word.length() >= 3 ? word.substring(0, 3) : word;
    if (MONTHS.contains(start)) {
      month = MONTHS.indexOf(start) + 1;
      monthFirst = numbers.isEmpty();
      return true;
    }
    return DAYS.contains(start);
  }

  private Optional<ZonedDateTime> date() {
    int year;
    int day;
    if (month > 0) {
      if (numbers.isEmpty()) {
        return Optional.empty();
      }
      boolean yearFirst = numbers.size() > 1 && !monthFirst && numbers.getFirst() > 31;
      day = numbers.get(yearFirst ? 1 : 0);
      year = numbers.size() < 2 ? 2001 : numbers.get(yearFirst ? 0 : 1);
    } else if (numbers.size() == 3) {
      boolean yearFirst = numbers.getFirst() > 31;
      year = numbers.get(yearFirst ? 0 : 2);
      month = numbers.get(yearFirst ? 1 : 0);
      day = numbers.get(yearFirst ? 2 : 1);
    } else if (numbers.size() == 2) {
      year = 2001;
      month = numbers.getFirst();
      day = numbers.getLast();
    } else {
      return Optional.empty();
    }
    year = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
    if (afternoon.isPresent()) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (afternoon.get() ? 12 : 0);
    }
    LocalDateTime local =
        LocalDateTime.of(year, month, 1, 0, 0)
            .plusDays(day - 1L)
            .plusHours(hour)
            .plusMinutes(minute);
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    return Optional.of(
        local
            .plusSeconds(second)
            .withNano(nano)
            .atZone(ZoneOffset.ofTotalSeconds(offsetSeconds.orElse(0))));
  }
}
