package io.concertmaster.nodes.date;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the node works out for one item. */
record DateStep(Parameters settings, ZoneId workflow, ZonedDateTime now) {
  static DateStep of(NodeContext context, Parameters settings) {
    return new DateStep(settings, context.zone(), context.startedAt().atZone(context.zone()));
  }

  /** The field that the result goes into, where the settings name none. */
  static String usualTarget(String operation) {
    return switch (operation) {
      case "now" -> "currentDate";
      case "add", "subtract" -> "newDate";
      case "round" -> "roundedDate";
      case "between" -> "timeDifference";
      case "extract" -> "datePart";
      default -> "formattedDate";
    };
  }

  /** The result; {@code null} where there is no date. */
  @Nullable Object result() throws NodeException {
    String operation = settings.text("operation");
    if (operation.equals("now")) {
      ZonedDateTime moment = now.withZoneSameInstant(zone(now));
      return Zones.iso(settings.flag("withTime") ? moment : Unit.DAYS.start(moment));
    }
    if (operation.equals("between")) {
      return between();
    }
    Object value = settings.value("date");
    if (value == null) {
      return null;
    }
    ZonedDateTime read = DateReading.of(settings, workflow).read(value, "date");
    ZonedDateTime date = read.withZoneSameInstant(zone(read));
    return switch (operation) {
      case "format" -> Letters.of(settings.text("letters")).write(settings.text("format"), date);
      case "add", "subtract" -> {
        double amount = settings.number("amount");
        Unit unit = Unit.of(settings.text("unit"), "unit");
        yield Zones.iso(unit.add(date, operation.equals("add") ? amount : -amount));
      }
      case "round" -> {
        Unit unit = Unit.of(settings.text("roundTo"), "roundTo");
        boolean up = settings.text("rounding").equals("up");
        yield Zones.iso(unit.start(up ? unit.add(date, 1) : date));
      }
      case "extract" -> part(date);
      default ->
          throw new NodeException("“" + operation + "” is nothing to do with a date")
              .atProperty("operation");
    };
  }

  /** The zone of the result. */
  private ZoneId zone(ZonedDateTime date) throws NodeException {
    return switch (settings.text("zone")) {
      case "workflow" -> workflow;
      case "own" -> date.getOffset().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : date.getZone();
      case "named" -> {
        String name = settings.text("zoneName");
        yield name.isBlank() ? workflow : Zones.of(name, "zoneName");
      }
      case String other ->
          throw new NodeException("“zone” cannot be “" + other + "”").atProperty("zone");
    };
  }

  private @Nullable Object between() throws NodeException {
    Object start = settings.value("date");
    Object end = settings.value("end");
    if (start == null || end == null) {
      return null;
    }
    DateReading reading = DateReading.of(settings, workflow);
    ZonedDateTime from = reading.read(start, "date");
    ZoneId zone = zone(from);
    Set<Unit> units = EnumSet.noneOf(Unit.class);
    JsonArray names = settings.list("units");
    for (Object name : names) {
      units.add(Unit.of(String.valueOf(name).strip(), "units"));
    }
    if (units.isEmpty()) {
      throw new NodeException("“units” names no unit: choose at least one").atProperty("units");
    }
    Difference difference =
        Difference.between(
            from.withZoneSameInstant(zone),
            reading.read(end, "end").withZoneSameInstant(zone),
            units);
    return settings.text("resultAs").equals("iso") ? difference.iso() : difference.record();
  }

  private Object part(ZonedDateTime date) throws NodeException {
    String letters =
        switch (settings.text("part").toLowerCase(Locale.ROOT)) {
          case "year" -> "y";
          case "quarter" -> "q";
          case "month" -> "M";
          case "week" -> "W";
          case "day" -> "d";
          case "weekday" -> "E";
          case "hour" -> "H";
          case "minute" -> "m";
          case "second" -> "s";
          case "millisecond" -> "S";
          case String other ->
              throw new NodeException("“" + other + "” is no part of a date").atProperty("part");
        };
    return Long.valueOf(DateParts.written(letters, date).orElseThrow());
  }
}
