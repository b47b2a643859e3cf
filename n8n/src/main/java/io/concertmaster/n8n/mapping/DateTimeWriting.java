package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes our date node as version 2 of n8n's {@code dateTime}. */
final class DateTimeWriting {
  private DateTimeWriting() {}

  static JsonObject of(ForeignNode ours, Findings findings) {
    String operation = ours.text("operation", "format");
    Settings theirs = new Settings();
    Settings options =
        new Settings().put("includeInputFields", ours.flag("keepFields", true), false);
    Object date = ours.value("date");
    switch (operation) {
      case "now" -> {
        theirs.put("includeTime", ours.value("withTime"), true);
        options.put("timezone", ours.value("zoneName"));
      }
      case "add", "subtract" ->
          theirs
              .put("operation", operation.equals("add") ? "addToDate" : "subtractFromDate")
              .put("magnitude", date)
              .put("duration", ours.value("amount"))
              .put("timeUnit", ours.value("unit"), "days");
      case "round" -> {
        boolean up = ours.text("rounding", "down").equals("up");
        theirs
            .put("operation", "roundDate")
            .put("date", date)
            .put("mode", up ? "roundUp" : null)
            .put(up ? "to" : "toNearest", one(ours.text("roundTo", "months")), "month");
      }
      case "between" -> {
        theirs
            .put("operation", "getTimeBetweenDates")
            .put("startDate", date)
            .put("endDate", ours.value("end"))
            .put("units", one(ours.value("units", JsonArray.of("days"))));
        options.put("isoString", ours.text("resultAs", "fields").equals("iso"), false);
      }
      case "extract" ->
          theirs
              .put("operation", "extractDate")
              .put("date", date)
              .put("part", ours.value("part"), "month");
      default -> format(ours, date, theirs, options);
    }
    tellZones(operation, ours, findings);
    return theirs.put("outputFieldName", ours.value("as")).build().with("options", options.build());
  }

  private static void format(
      ForeignNode ours, @Nullable Object date, Settings theirs, Settings options) {
    String format = ours.text("format", "yyyy-MM-dd");
    boolean known =
        List.of("MM/dd/yyyy", "yyyy/MM/dd", "MMMM dd yyyy", "MM-dd-yyyy", "yyyy-MM-dd", "X", "x")
            .contains(format);
    theirs
        .put("operation", "formatDate")
        .put("date", date)
        .put("format", known ? format : "custom", "MM/dd/yyyy")
        .put("customFormat", known ? null : format);
    options
        .put("fromFormat", ours.value("fromFormat"))
        .put("timezone", ours.text("zone", "workflow").equals("workflow"), false);
  }

  private static void tellZones(String operation, ForeignNode ours, Findings findings) {
    String zone = ours.text("zone", "workflow");
    boolean same =
        switch (operation) {
          case "now" -> !zone.equals("own");
          case "format" -> !zone.equals("named");
          default -> zone.equals("workflow");
        };
    if (!same) {
      findings.approximated("zone", "n8n gives this result in the workflow's time zone or in UTC");
    }
    if (!operation.equals("now") && !ours.text("fromZone", "").equals("UTC")) {
      findings.approximated("fromZone", "n8n reads dates without a zone as universal time");
    }
    if (ours.text("letters", "luxon").equals("moment")) {
      findings.approximated("letters", "n8n takes Luxon's letters: yyyy-MM-dd, not YYYY-MM-DD");
    }
    if (!operation.equals("format") && !ours.text("fromFormat", "").isEmpty()) {
      findings.approximated("fromFormat", "n8n takes a form only to format a date");
    }
  }

  private static @Nullable Object one(@Nullable Object unit) {
    return switch (unit) {
      case String text when text.endsWith("s") && !text.startsWith("=") ->
          text.substring(0, text.length() - 1);
      case JsonArray list -> JsonArray.copyOf(list.stream().map(DateTimeWriting::one).toList());
      case null, default -> unit;
    };
  }
}
