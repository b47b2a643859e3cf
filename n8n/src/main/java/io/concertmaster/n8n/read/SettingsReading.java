package io.concertmaster.n8n.read;

import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.Settings;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workflow's settings. */
final class SettingsReading {
  private SettingsReading() {}

  static Settings of(@Nullable Object settings, Findings findings) {
    JsonObject given = settings instanceof JsonObject object ? object : JsonObject.empty();
    ExecutionOrder order =
        "v1".equals(given.get("executionOrder")) ? ExecutionOrder.V1 : ExecutionOrder.V0;
    return Settings.DEFAULT
        .withTimezone(timezone(given, findings))
        .withTimeout(timeout(given))
        .withExecutionOrder(order)
        .withErrorWorkflow(errorWorkflow(given));
  }

  /** n8n names it by its id; a setting {@code DEFAULT} is none. */
  private static Optional<String> errorWorkflow(JsonObject given) {
    return given.get("errorWorkflow") instanceof String id && !id.isBlank() && !id.equals("DEFAULT")
        ? Optional.of(id)
        : Optional.empty();
  }

  private static Optional<ZoneId> timezone(JsonObject given, Findings findings) {
    if (!(given.get("timezone") instanceof String name) || name.equals("DEFAULT")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      findings.leftOut("settings.timezone", "“" + name + "” is no time zone that is known here");
      return Optional.empty();
    }
  }

  /** Seconds; nothing or less than nothing is no limit. */
  private static Optional<Duration> timeout(JsonObject given) {
    return given.get("executionTimeout") instanceof Number seconds && seconds.longValue() > 0
        ? Optional.of(Duration.ofSeconds(seconds.longValue()))
        : Optional.empty();
  }
}
