package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code scheduleTrigger}: a list of intervals. */
final class ScheduleMapping implements NodeMapping {
  static final String OURS = "trigger.schedule";
  private static final String THEIRS = "n8n-nodes-base.scheduleTrigger";

  /** How many of a unit where the file says none. */
  private static final Map<String, Long> EVERY =
      Map.of("seconds", 30L, "minutes", 5L, "hours", 1L, "days", 1L, "weeks", 1L, "months", 1L);

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    List<JsonObject> times = new ArrayList<>();
    List<JsonObject> given =
        node.has("rule.interval") ? node.objects("rule.interval") : List.of(JsonObject.empty());
    for (JsonObject interval : given) {
      times.add(time(interval));
    }
    return Optional.of(Mapped.trigger(OURS, JsonObject.of("times", JsonArray.copyOf(times))));
  }

  private static JsonObject time(JsonObject interval) {
    String field = interval.get("field") instanceof String text ? text : "days";
    if (field.equals("cronExpression")) {
      Object expression = interval.get("expression");
      return JsonObject.of("unit", "cron", "cron", expression == null ? "" : expression);
    }
    Object every = interval.get(field + "Interval");
    JsonObject time =
        JsonObject.of(
            "unit", field, "every", every == null ? EVERY.getOrDefault(field, 1L) : every);
    if (field.equals("weeks")) {
      Object days = interval.get("triggerAtDay");
      time = time.with("weekdays", days == null ? JsonArray.of(0L) : days);
    }
    time = Renaming.copied(interval, "triggerAtDayOfMonth", time, "dayOfMonth");
    time = Renaming.copied(interval, "triggerAtHour", time, "hour");
    return Renaming.copied(interval, "triggerAtMinute", time, "minute");
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    List<JsonObject> intervals = new ArrayList<>();
    for (JsonObject time : ForeignNode.objects(ours.get("times"))) {
      intervals.add(interval(time));
    }
    if ("empty".equals(ours.get("item"))) {
      findings.approximated("", "the item says the moment there");
    }
    Object missed = ours.get("missed");
    if (missed != null && !missed.equals("once") && !missed.equals("skip")) {
      findings.approximated("", "times that were missed are left out there");
    }
    JsonObject rule = JsonObject.of("interval", JsonArray.copyOf(intervals));
    return Optional.of(
        new Written(THEIRS, 1.2, JsonObject.of("rule", rule), List.of(), List.of(Port.MAIN)));
  }

  private static JsonObject interval(JsonObject time) {
    String unit = time.get("unit") instanceof String text ? text : "days";
    if (unit.equals("cron")) {
      return JsonObject.of("field", "cronExpression", "expression", time.get("cron"));
    }
    Object every = time.get("every");
    JsonObject interval =
        JsonObject.of("field", unit, unit + "Interval", every == null ? 1L : every);
    if (unit.equals("weeks")) {
      interval = Renaming.copied(time, "weekdays", interval, "triggerAtDay");
    }
    interval = Renaming.copied(time, "dayOfMonth", interval, "triggerAtDayOfMonth");
    interval = Renaming.copied(time, "hour", interval, "triggerAtHour");
    return Renaming.copied(time, "minute", interval, "triggerAtMinute");
  }
}
