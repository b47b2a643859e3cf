package io.concertmaster.nodes.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds, as data. Excel knows no dates: a date is a number of days with a format that
 * shows it as one (ECMA-376 part 1, 18.8.30 and 18.17.4.1).
 */
final class XlsxValue {
  private static final long MILLIS_A_DAY = 86_400_000L;

  private XlsxValue() {}

  /**
   * Text, number, flag, a date as ISO text, or nothing. An error such as #N/A is its text.
   *
   * @param serial whether dates are numbers of days instead
   */
  static @Nullable Object of(Cell cell, boolean since1904, boolean serial) {
    if (cell.getType() == CellType.EMPTY) {
      return null;
    }
    return switch (cell.getValue()) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      case Boolean flag -> flag;
      case BigDecimal number ->
          !serial && isDate(cell.getDataFormatString()) ? date(number, since1904) : number(number);
      case Object other -> other.toString();
    };
  }

  static Object number(BigDecimal number) {
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    // Sheets compute with doubles: past 15 digits nothing is exact.
    return whole && number.precision() - number.scale() <= 15
        ? (Object) number.longValueExact()
        : (Object) number.doubleValue();
  }

  /** Whether a number format shows a date or a time: it has y, m, d, h or s outside of literals. */
  static boolean isDate(@Nullable String format) {
    if (format == null || format.equalsIgnoreCase("General")) {
      return false;
    }
    String bare =
        format
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "");
    int positive = bare.indexOf(';');
    String first = positive < 0 ? bare : bare.substring(0, positive);
    return first.matches(".*[ymdhs].*") && !first.contains("general");
  }

  static String date(BigDecimal days, boolean since1904) {
    double number = days.doubleValue();
    long day = (long) Math.floor(number);
    long millis = Math.round((number - day) * MILLIS_A_DAY);
    LocalTime time = LocalTime.MIDNIGHT.plus(millis % MILLIS_A_DAY, ChronoUnit.MILLIS);
    long whole = day + millis / MILLIS_A_DAY;
    if (whole == 0 && !since1904) {
      return time.toString().length() == 5 ? time + ":00" : time.toString();
    }
    LocalDate date = epoch(whole, since1904).plusDays(whole);
    if (millis % MILLIS_A_DAY == 0) {
      return date.toString();
    }
    String text = LocalDateTime.of(date, time).toString();
    return text.length() == 16 ? text + ":00" : text;
  }

  /** The number of days of an ISO date or moment, as Excel counts; text that is none stays. */
  static Object serial(String date) {
    try {
      LocalDateTime moment =
          date.length() > 10
              ? LocalDateTime.parse(date.replaceFirst("Z$", ""))
              : LocalDate.parse(date).atStartOfDay();
      long seconds = ChronoUnit.SECONDS.between(LocalDate.of(1899, 12, 30).atStartOfDay(), moment);
      return number(BigDecimal.valueOf(seconds / 86_400.0));
    } catch (DateTimeParseException e) {
      return date;
    }
  }

  /** Day 0. Excel believes in a 29 February 1900, so days before March 1900 are one off. */
  private static LocalDate epoch(long day, boolean since1904) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1);
    }
    return day < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
  }
}
