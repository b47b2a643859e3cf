package io.concertmaster.model.expression.library.time;

import io.concertmaster.model.expression.library.time.LocaleText.Length;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectKind.Property;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a {@code DateTime}. */
final class DateTimeKind {
  static final ObjectKind<DateTimeValue> KIND =
      new ObjectKind<>(
          "DateTime",
          DateTimeValue.class,
          properties(),
          methods(),
          DateExtensions.table(DateTimeValue.class));

  private DateTimeKind() {}

  private static Map<String, Method<DateTimeValue>> methods() {
    Map<String, Method<DateTimeValue>> all = new HashMap<>(DateTimeMethods.table());
    all.putAll(DateTimeWriting.table());
    return all;
  }

  private interface Field {
    long of(ZonedDateTime time);
  }

  private static Property<DateTimeValue> number(Field field) {
    return date -> field.of(date.time());
  }

  private static Map<String, Property<DateTimeValue>> properties() {
    Map<String, Property<DateTimeValue>> p = new HashMap<>();
    p.put("year", number(ZonedDateTime::getYear));
    p.put("quarter", number(DateTimeMath::quarter));
    p.put("month", number(ZonedDateTime::getMonthValue));
    p.put("day", number(ZonedDateTime::getDayOfMonth));
    p.put("hour", number(ZonedDateTime::getHour));
    p.put("minute", number(ZonedDateTime::getMinute));
    p.put("second", number(ZonedDateTime::getSecond));
    p.put("millisecond", number(t -> t.getNano() / 1_000_000));
    p.put("weekYear", number(t -> t.get(IsoFields.WEEK_BASED_YEAR)));
    p.put("weekNumber", number(t -> t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    p.put("weekday", number(t -> t.getDayOfWeek().getValue()));
    p.put("ordinal", number(ZonedDateTime::getDayOfYear));
    p.put("daysInMonth", number(t -> t.toLocalDate().lengthOfMonth()));
    p.put("daysInYear", number(t -> t.toLocalDate().lengthOfYear()));
    p.put("weeksInWeekYear", number(t -> Calendar.weeksInYear(t.get(IsoFields.WEEK_BASED_YEAR))));
    p.put("localWeekday", d -> (long) d.time().get(weeks(d).dayOfWeek()));
    p.put("localWeekNumber", d -> (long) d.time().get(weeks(d).weekOfWeekBasedYear()));
    p.put("localWeekYear", d -> (long) d.time().get(weeks(d).weekBasedYear()));
    p.put(
        "weeksInLocalWeekYear",
        d -> (long) Calendar.weeksInYear(d.time().get(weeks(d).weekBasedYear()), weeks(d)));
    p.put("ts", d -> io.concertmaster.model.expression.runtime.Numbers.of(d.millis()));
    p.put(
        "offset",
        d ->
            io.concertmaster.model.expression.runtime.Numbers.of(
                d.time().getOffset().getTotalSeconds() / 60.0));
    p.put("isInLeapYear", d -> Year.isLeap(d.time().getYear()));
    p.put("isInDST", d -> inSummerTime(d.time()));
    p.put("isOffsetFixed", d -> d.zone() instanceof ZoneOffset);
    p.put("isWeekend", d -> weekend(d));
    p.put("isValid", DateTimeValue::valid);
    p.put("invalidReason", d -> d.why() == null ? null : d.why().reason());
    p.put("invalidExplanation", d -> d.why() == null ? null : d.why().explanation());
    p.put("monthShort", d -> LocaleText.month(d.locale(), month(d), Length.SHORT, true));
    p.put("monthLong", d -> LocaleText.month(d.locale(), month(d), Length.LONG, true));
    p.put("weekdayShort", d -> LocaleText.weekday(d.locale(), day(d), Length.SHORT, true));
    p.put("weekdayLong", d -> LocaleText.weekday(d.locale(), day(d), Length.LONG, true));
    p.put("zone", d -> new ZoneValue(d.zone()));
    p.put("zoneName", d -> Zones.name(d.zone()));
    p.put("offsetNameShort", d -> offsetName(d, false));
    p.put("offsetNameLong", d -> offsetName(d, true));
    p.put("locale", d -> d.locale().stripExtensions().toLanguageTag());
    p.put("numberingSystem", d -> d.locale().getUnicodeLocaleType("nu"));
    p.put("outputCalendar", d -> d.locale().getUnicodeLocaleType("ca"));
    return p;
  }

  private static String offsetName(DateTimeValue date, boolean full) {
    if (date.zone() instanceof ZoneOffset) {
      return Zones.name(date.zone());
    }
    return full
        ? ZoneNames.full(date.locale(), date.time())
        : ZoneNames.brief(date.locale(), date.time());
  }

  private static int month(DateTimeValue date) {
    return date.time().getMonthValue();
  }

  private static int day(DateTimeValue date) {
    return date.time().getDayOfWeek().getValue();
  }

  private static WeekFields weeks(DateTimeValue date) {
    return WeekFields.of(date.locale());
  }

  static boolean weekend(DateTimeValue date) {
    return date.valid() && day(date) >= 6;
  }

  /** Whether clocks are further ahead than in January or May of the year. */
  static boolean inSummerTime(ZonedDateTime time) {
    if (time.getZone() instanceof ZoneOffset) {
      return false;
    }
    LocalDate date = time.toLocalDate();
    int here = time.getOffset().getTotalSeconds();
    int january = offset(time, date.withDayOfYear(1));
    LocalDate may = LocalDate.of(date.getYear(), 5, 1);
    int spring = offset(time, may.withDayOfMonth(Math.min(31, date.getDayOfMonth())));
    return here > january || here > spring;
  }

  private static int offset(ZonedDateTime time, LocalDate date) {
    return time.getZone().getRules().getOffset(date.atTime(time.toLocalTime())).getTotalSeconds();
  }

  /** What a property is of a date that is none: no number, no text, no. */
  static @Nullable Object propertyOfInvalid(
      DateTimeValue date, String name, @Nullable Object value) {
    return switch (name) {
      case "isValid", "invalidReason", "invalidExplanation" -> value;
      case "locale", "numberingSystem", "outputCalendar" -> value;
      case "isInDST", "isInLeapYear", "isWeekend" -> false;
      default -> value instanceof Number ? (Object) Double.NaN : null;
    };
  }
}
