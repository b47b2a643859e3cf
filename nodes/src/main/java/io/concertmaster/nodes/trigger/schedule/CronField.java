package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.NodeException;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression that is a set of numbers.
 *
 * @param what its name for people, in the plural
 * @param names in place of numbers, the first for the smallest number; may be none
 */
record CronField(String what, int min, int max, List<String> names) {
  static final CronField SECONDS = new CronField("seconds", 0, 59, List.of());
  static final CronField MINUTES = new CronField("minutes", 0, 59, List.of());
  static final CronField HOURS = new CronField("hours", 0, 23, List.of());
  static final CronField DAYS = new CronField("days of the month", 1, 31, List.of());
  static final CronField MONTHS =
      new CronField(
          "months",
          1,
          12,
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));

  /** 7 is Sunday too, so that a range may end with it. */
  static final CronField WEEKDAYS =
      new CronField(
          "days of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  /** A bit for each number that a text names. */
  long read(String text) throws NodeException {
    long bits = 0;
    for (String part : text.split(",", -1)) {
      bits |= part(part);
    }
    return bits;
  }

  /** Whether a text says all numbers. */
  static boolean isAll(String text) {
    return text.equals("*") || text.equals("?");
  }

  /** Whether a text says more than single numbers: a range, a step, all. */
  static boolean goesOn(String text) {
    return !text.matches("[\\d,]+");
  }

  private long part(String part) throws NodeException {
    String[] halves = part.split("/", -1);
    if (halves.length > 2 || part.isEmpty()) {
      throw wrong(part, "are numbers, ranges such as 1-5, or steps such as */5");
    }
    int step = halves.length == 2 ? step(halves[1]) : 1;
    String range = halves[0];
    int from;
    int to;
    if (isAll(range)) {
      from = min;
      to = largest();
    } else if (range.indexOf('-') > 0) {
      String[] ends = range.split("-", -1);
      if (ends.length != 2) {
        throw wrong(part, "have ranges of two numbers, such as 1-5");
      }
      from = number(ends[0]);
      to = number(ends[1]);
      if (to == 0 && max == 7) {
        to = 7; // from some day to Sunday
      }
      if (to < from) {
        throw wrong(
            part, "have ranges that go up: write " + from + "-" + largest() + "," + min + "-" + to);
      }
    } else {
      from = number(range);
      to = halves.length == 2 ? largest() : from;
    }
    long bits = 0;
    for (int each = from; each <= to; each += step) {
      bits |= 1L << (max == 7 && each == 7 ? 0 : each);
    }
    return bits;
  }

  private int largest() {
    return max == 7 ? 6 : max;
  }

  private int step(String text) throws NodeException {
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) == 0) {
      throw wrong("/" + text, "have steps from 1 on, such as */5");
    }
    return Integer.parseInt(text);
  }

  /** The number of a text. */
  int number(String text) throws NodeException {
    int named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + min;
    }
    int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    if (number < min || number > max) {
      throw wrong(
          text,
          "go from "
              + min
              + " to "
              + max
              + (names.isEmpty()
                  ? ""
                  : ", or from " + names.getFirst() + " to " + names.getLast()));
    }
    return number;
  }

  NodeException wrong(String text, String rule) {
    return new NodeException("“" + text + "” is not right: the " + what + " " + rule);
  }
}
