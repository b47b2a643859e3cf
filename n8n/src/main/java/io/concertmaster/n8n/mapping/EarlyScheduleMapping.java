package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cron} and {@code interval}, which came before {@code scheduleTrigger}. */
final class EarlyScheduleMapping implements NodeMapping {
  private static final String INTERVAL = "n8n-nodes-base.interval";

  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.cron", INTERVAL);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    List<JsonObject> times = new ArrayList<>();
    if (node.type().equals(INTERVAL)) {
      times.add(
          JsonObject.of("unit", node.text("unit", "seconds"), "every", node.value("interval", 1L)));
    } else {
      List<JsonObject> given =
          node.has("triggerTimes.item") ? node.objects("triggerTimes.item") : List.of();
      for (JsonObject item : given) {
        times.add(time(new ForeignNode(JsonObject.of("parameters", item))));
      }
    }
    JsonObject settings = JsonObject.of("times", JsonArray.copyOf(times), "item", "empty");
    return Optional.of(Mapped.trigger(ScheduleMapping.OURS, settings));
  }

  private static JsonObject time(ForeignNode item) {
    Object hour = item.value("hour", 14L);
    Object minute = item.value("minute", 0L);
    return switch (item.text("mode", "everyDay")) {
      case "everyMinute" -> JsonObject.of("unit", "minutes", "every", 1L);
      case "everyHour" -> JsonObject.of("unit", "hours", "every", 1L).with("minute", minute);
      case "everyWeek" ->
          JsonObject.of("unit", "weeks", "every", 1L)
              .with("weekdays", JsonArray.of(weekday(item.value("weekday", "1"))))
              .with("hour", hour)
              .with("minute", minute);
      case "everyMonth" ->
          JsonObject.of("unit", "months", "every", 1L)
              .with("dayOfMonth", item.value("dayOfMonth", 1L))
              .with("hour", hour)
              .with("minute", minute);
      case "everyX" ->
          JsonObject.of("unit", item.text("unit", "hours"), "every", item.value("value", 2L));
      case "custom" ->
          JsonObject.of("unit", "cron", "cron", item.value("cronExpression", "* * * * * *"));
      default ->
          JsonObject.of("unit", "days", "every", 1L).with("hour", hour).with("minute", minute);
    };
  }

  private static Object weekday(Object day) {
    return day instanceof String text && text.matches("[0-6]") ? Long.valueOf(text) : day;
  }
}
