package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code dateTime}: version 1 formats and calculates with Moment's letters, version 2 does more
 * with Luxon's. n8n reads a date without a zone in the zone of its own process, which is universal
 * time in most places.
 */
final class DateTimeMapping implements NodeMapping {
  private static final String OURS = "data.date";
  private static final String THEIRS = "n8n-nodes-base.dateTime";

  private static final Map<String, String> OPERATIONS =
      Map.of(
          "getCurrentDate", "now",
          "addToDate", "add",
          "subtractFromDate", "subtract",
          "formatDate", "format",
          "roundDate", "round",
          "getTimeBetweenDates", "between",
          "extractDate", "extract");

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    if (node.version() < 2) {
      return Optional.of(Mapped.of(OURS, DateTimeFirst.settings(node, options)));
    }
    String operation = OPERATIONS.get(options.choice("operation", "getCurrentDate"));
    if (operation == null) {
      findings.leftOut("operation", "“" + node.value("operation") + "” is no operation known here");
      return Optional.empty();
    }
    Settings ours = new Settings().put("operation", operation, "format");
    read(operation, node, ours);
    return Optional.of(
        Mapped.of(
            OURS,
            ours.put("as", options.text("outputFieldName", ""))
                .put("keepFields", options.flag("options.includeInputFields", false), true)
                .build()));
  }

  private static void read(String operation, ForeignNode node, Settings ours) {
    if (!operation.equals("now")) {
      ours.put("fromZone", "UTC");
    }
    switch (operation) {
      case "now" -> {
        ours.put("withTime", node.value("includeTime", true), true);
        if (!node.text("options.timezone", "").isEmpty()) {
          ours.put("zone", "named").put("zoneName", node.value("options.timezone"));
        }
      }
      case "add", "subtract" ->
          ours.put("date", node.value("magnitude"))
              .put("amount", node.value("duration"), 0L)
              .put("unit", node.value("timeUnit"), "days");
      case "round" -> {
        boolean up = node.text("mode", "roundDown").equals("roundUp");
        ours.put("date", node.value("date"))
            .put("rounding", up ? "up" : "down", "down")
            .put("roundTo", units(node.text(up ? "to" : "toNearest", "month")), "months");
      }
      case "between" ->
          ours.put("date", node.value("startDate"))
              .put("end", node.value("endDate"))
              .put("units", units(node.value("units")), List.of("days"))
              .put("resultAs", node.flag("options.isoString", false) ? "iso" : null);
      case "extract" ->
          ours.put("date", node.value("date")).put("part", node.value("part"), "month");
      default -> format(node, ours);
    }
  }

  private static void format(ForeignNode node, Settings ours) {
    String format = node.text("format", "MM/dd/yyyy");
    Object zone = node.value("options.timezone");
    ours.put("date", node.value("date"))
        .put(
            "format",
            format.equals("custom") ? node.text("customFormat", "") : format,
            "yyyy-MM-dd")
        .put("fromFormat", node.value("options.fromFormat"))
        .put("zone", Boolean.TRUE.equals(zone) ? "workflow" : "own", "workflow");
  }

  private static @Nullable Object units(@Nullable Object value) {
    return switch (value) {
      case String text when !text.startsWith("=") && !text.isEmpty() && !text.endsWith("s") ->
          text + "s";
      case JsonArray list -> JsonArray.copyOf(list.stream().map(DateTimeMapping::units).toList());
      case null, default -> value;
    };
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    return type.equals(OURS)
        ? Optional.of(
            new Written(
                THEIRS,
                2,
                DateTimeWriting.of(
                    new ForeignNode(JsonObject.of("parameters", parameters)), findings),
                List.of(Port.MAIN),
                List.of(Port.MAIN)))
        : Optional.empty();
  }
}
