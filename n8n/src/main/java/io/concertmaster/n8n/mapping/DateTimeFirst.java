package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonObject;

/** Version 1 of n8n's {@code dateTime}. */
final class DateTimeFirst {
  private DateTimeFirst() {}

  static JsonObject settings(ForeignNode node, Options options) {
    Settings ours = new Settings();
    if (options.choice("action", "format").equals("calculate")) {
      ours.put("operation", options.choice("operation", "add"))
          .put("date", node.value("value"))
          .put("amount", node.value("duration"), 0L)
          .put("unit", node.value("timeUnit"), "days")
          .put("zone", "named")
          .put("zoneName", "UTC")
          .put("fromFormat", node.value("options.fromFormat"))
          .put("fromZone", "UTC");
    } else {
      format(node, ours);
    }
    return ours.put("as", options.text("dataPropertyName", "data"))
        .put("letters", "moment", "luxon")
        .build();
  }

  /** Zones count only where one of them is set; the other one is the workflow's then. */
  private static void format(ForeignNode node, Settings ours) {
    String from = node.text("options.fromTimezone", "");
    String to = node.text("options.toTimezone", "");
    boolean zones = !from.isEmpty() || !to.isEmpty();
    String result = zones ? to : "UTC";
    String format = node.text("toFormat", "MM/DD/YYYY");
    boolean custom = node.flag("custom", false);
    ours.put("date", node.value("value"))
        .put("format", custom ? node.text("toFormat", "") : format, "yyyy-MM-dd")
        .put("zone", result.isEmpty() ? "workflow" : "named", "workflow")
        .put("zoneName", result)
        .put("fromFormat", node.value("options.fromFormat"))
        .put("fromZone", zones ? from : "UTC");
  }
}
