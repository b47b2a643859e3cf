package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a schedule, read from its settings.
 *
 * @param settings with the defaults of what is left out
 * @param path where it stands, such as {@code times[0]}
 */
record ScheduleEntry(JsonObject settings, String path) {
  String unit() throws NodeException {
    return text("unit");
  }

  /** A text that is no expression: a schedule is there before any data is. */
  String text(String name) throws NodeException {
    String text = settings.get(name) instanceof String given ? given : "";
    if (text.startsWith("=")) {
      throw wrong(name, "a schedule that listens has no data for expressions: write a fixed value");
    }
    return text;
  }

  /** A whole number in bounds. */
  int number(String name, int min, int max) throws NodeException {
    return number(settings.get(name), name, min, max);
  }

  private int number(@Nullable Object given, String name, int min, int max) throws NodeException {
    text(name);
    String digits = String.valueOf(given).replaceFirst("\\.0+$", "");
    int number = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : -1;
    if (number < min || number > max) {
      throw wrong(
          name,
          "the setting “"
              + name
              + "” of a schedule is a whole number from "
              + min
              + " to "
              + max
              + ", not "
              + given);
    }
    return number;
  }

  /** The days of the week, 0 for Sunday; Sunday where none is said. */
  TreeSet<Integer> weekdays() throws NodeException {
    TreeSet<Integer> days = new TreeSet<>();
    Object given = settings.get("weekdays");
    JsonArray list = given instanceof JsonArray array ? array : JsonArray.empty();
    if (given != null && !(given instanceof JsonArray)) {
      days.add(number(given, "weekdays", 0, 7) % 7);
    }
    for (Object each : list) {
      days.add(number(each, "weekdays", 0, 7) % 7);
    }
    if (days.isEmpty()) {
      days.add(0);
    }
    return days;
  }

  NodeException wrong(String name, String message) {
    return new NodeException(message).atProperty(path + "." + name);
  }
}
