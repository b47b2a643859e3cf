package io.concertmaster.simulation.schedule;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes schedules of all kinds, many of them near a local time at which the clock changes. */
final class ScheduleByChance {
  private final SplittableRandom chance;
  private final LocalDateTime near;

  ScheduleByChance(SplittableRandom chance, LocalDateTime near) {
    this.chance = chance;
    this.near = near;
  }

  Scheduled next() {
    return switch (chance.nextInt(9)) {
      case 0 -> minutes();
      case 1 -> hours();
      case 2 -> days();
      case 3 -> weeks();
      case 4 -> months();
      case 5 -> seconds();
      default -> cron();
    };
  }

  private int hour() {
    return Math.floorMod(near.getHour() + chance.nextInt(-2, 3), 24);
  }

  private int minute() {
    return chance.nextBoolean() ? chance.nextInt(60) : 15 * chance.nextInt(4);
  }

  private static IntPredicate only(int number) {
    return each -> each == number;
  }

  private static Rule.Shown at(int hour, int minute, Predicate<LocalDate> day) {
    return new Rule.Shown(only(hour), only(minute), only(0), day, false, true);
  }

  private static JsonObject entry(String unit, long every) {
    return JsonObject.of("unit", unit, "every", every);
  }

  /** Long spans: shorter ones come as cron expressions, in a few hours. */
  private Scheduled seconds() {
    long every = 1_800L + chance.nextInt(5_000);
    return new Scheduled(entry("seconds", every), new Rule.Spans(every, 0));
  }

  private Scheduled minutes() {
    if (chance.nextBoolean()) {
      int every = chance.nextBoolean() ? 30 : 60;
      IntPredicate minute = each -> each % every == 0;
      return new Scheduled(
          entry("minutes", every),
          new Rule.Shown(hour -> true, minute, only(0), day -> true, true, false));
    }
    long every = 61L + chance.nextInt(200);
    return new Scheduled(entry("minutes", every), new Rule.Spans(every * 60, 0));
  }

  private Scheduled hours() {
    int every = 1 + chance.nextInt(14);
    int minute = minute();
    JsonObject entry = entry("hours", every).with("minute", (long) minute);
    if (24 % every != 0) {
      return new Scheduled(entry, new Rule.Spans(every * 3_600L, minute * 60L));
    }
    IntPredicate hour = each -> each % every == 0;
    return new Scheduled(
        entry, new Rule.Shown(hour, only(minute), only(0), day -> true, every == 1, every > 1));
  }

  private JsonObject timed(JsonObject entry, int hour, int minute) {
    return entry.with("hour", (long) hour).with("minute", (long) minute);
  }

  private Scheduled days() {
    int every = 1 + chance.nextInt(3);
    int hour = hour();
    int minute = minute();
    return new Scheduled(
        timed(entry("days", every), hour, minute),
        new Rule.Counted(at(hour, minute, day -> true), ChronoUnit.DAYS, every));
  }

  private Scheduled weeks() {
    int every = 1 + chance.nextInt(2);
    int hour = hour();
    int minute = minute();
    int one = near.getDayOfWeek().getValue() % 7;
    int other = chance.nextInt(7);
    Predicate<LocalDate> day =
        each -> {
          int weekday = each.getDayOfWeek().getValue() % 7;
          return weekday == one || weekday == other;
        };
    return new Scheduled(
        timed(entry("weeks", every), hour, minute)
            .with("weekdays", JsonArray.of((long) one, (long) other)),
        new Rule.Counted(at(hour, minute, day), ChronoUnit.WEEKS, every));
  }

  private Scheduled months() {
    int hour = hour();
    int minute = minute();
    int wanted = chance.nextBoolean() ? near.getDayOfMonth() : 31;
    Predicate<LocalDate> day =
        each -> each.getDayOfMonth() == Math.min(wanted, each.lengthOfMonth());
    return new Scheduled(
        timed(entry("months", 1), hour, minute).with("dayOfMonth", (long) wanted),
        new Rule.Counted(at(hour, minute, day), ChronoUnit.MONTHS, 1));
  }

  /** A field of a cron expression, and what it means. */
  private record Field(String text, IntPredicate is) {}

  private Scheduled cron() {
    boolean everyHour = chance.nextInt(3) == 0;
    Field hour = everyHour ? new Field("*", each -> true) : hourField();
    boolean allHours = IntStream.range(0, 24).allMatch(hour.is());
    Field minute = minuteField(everyHour);
    Field second = secondField(everyHour || minute.text().startsWith("*"));
    int kind = chance.nextInt(6);
    String days = days(kind);
    boolean repeats = allHours || minute.text().contains("/");
    String text = minute.text() + " " + hour.text() + " " + days;
    if (!second.text().equals("0") || chance.nextBoolean()) {
      text = second.text() + " " + text;
    }
    return new Scheduled(
        JsonObject.of("unit", "cron", "cron", text),
        new Rule.Shown(hour.is(), minute.is(), second.is(), day(kind), repeats, !allHours));
  }

  private Field hourField() {
    int one = hour();
    int other = hour();
    int low = Math.min(one, other);
    int high = Math.max(one, other);
    return switch (chance.nextInt(4)) {
      case 0 -> new Field(one + "," + other, each -> each == one || each == other);
      case 1 -> new Field(low + "-" + high, each -> each >= low && each <= high);
      case 2 -> new Field("*/2", each -> each % 2 == 0);
      default -> new Field(Integer.toString(one), only(one));
    };
  }

  private Field minuteField(boolean few) {
    int one = minute();
    int other = minute();
    return switch (chance.nextInt(few ? 2 : 5)) {
      case 0 -> new Field(Integer.toString(one), only(one));
      case 1 -> {
        int step = 30 + chance.nextInt(20);
        yield new Field("*/" + step, each -> each % step == 0);
      }
      case 2 -> new Field(one + "," + other, each -> each == one || each == other);
      case 3 -> {
        int step = 7 + chance.nextInt(20);
        int start = chance.nextInt(10);
        yield new Field(start + "/" + step, each -> each >= start && (each - start) % step == 0);
      }
      default -> new Field("10-40/10", each -> each >= 10 && each <= 40 && each % 10 == 0);
    };
  }

  private Field secondField(boolean one) {
    int at = chance.nextInt(60);
    return switch (one ? 0 : chance.nextInt(4)) {
      case 1 -> new Field(Integer.toString(at), only(at));
      case 2 -> new Field("*/20", each -> each % 20 == 0);
      default -> new Field("0", only(0));
    };
  }

  private String days(int kind) {
    String name =
        near.getDayOfWeek()
            .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
            .toUpperCase(Locale.ROOT);
    return switch (kind) {
      case 0 -> near.getDayOfMonth() + " * *";
      case 1 -> "* * " + name;
      case 2 -> "* " + near.getMonthValue() + " 0-3";
      case 3 -> near.getDayOfMonth() + " * 1-5";
      default -> "* * *";
    };
  }

  private Predicate<LocalDate> day(int kind) {
    int number = near.getDayOfMonth();
    DayOfWeek weekday = near.getDayOfWeek();
    return switch (kind) {
      case 0 -> day -> day.getDayOfMonth() == number;
      case 1 -> day -> day.getDayOfWeek() == weekday;
      case 2 ->
          day ->
              day.getMonthValue() == near.getMonthValue() && day.getDayOfWeek().getValue() % 7 <= 3;
      case 3 -> day -> day.getDayOfMonth() == number || day.getDayOfWeek().getValue() <= 5;
      default -> day -> true;
    };
  }
}
