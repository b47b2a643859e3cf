package io.concertmaster.n8n.read;

import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.Settings;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workflow's settings. */
public final class SettingsReading {
  private static final String SAVES =
      "says what n8n keeps of runs: here every run is kept; it goes back to n8n as it is";

  /** Settings of n8n that are not in force here, and why. */
  private static final Map<String, String> KEPT =
      Map.of(
          "callerPolicy",
          "says who in n8n may call this workflow: here every workflow may",
          "callerIds",
          "says who in n8n may call this workflow: here every workflow may",
          "saveDataErrorExecution",
          SAVES,
          "saveDataSuccessExecution",
          SAVES,
          "saveManualExecutions",
          SAVES,
          "saveExecutionProgress",
          SAVES);

  private SettingsReading() {}

  /** Our settings for what a file has as {@code settings}. */
  public static Settings of(@Nullable Object settings, Findings findings) {
    if (settings != null && !(settings instanceof JsonObject)) {
      findings.leftOut("settings", "the settings are no object: they read as if missing");
    }
    JsonObject given = settings instanceof JsonObject object ? object : JsonObject.empty();
    given.keySet().stream()
        .filter(KEPT::containsKey)
        .filter(name -> given.get(name) != null && !"".equals(given.get(name)))
        .forEach(name -> findings.leftOut("settings." + name, KEPT.getOrDefault(name, "")));
    ExecutionOrder order =
        "v1".equals(given.get("executionOrder")) ? ExecutionOrder.V1 : ExecutionOrder.V0;
    return Settings.DEFAULT
        .withTimezone(timezone(given, findings))
        .withTimeout(timeout(given))
        .withExecutionOrder(order)
        .withErrorWorkflow(errorWorkflow(given, findings));
  }

  /** n8n names it by its id; a setting {@code DEFAULT} is none. */
  private static Optional<String> errorWorkflow(JsonObject given, Findings findings) {
    if (given.get("errorWorkflow") instanceof String id && !id.isBlank() && !id.equals("DEFAULT")) {
      findings.approximated(
          "settings.errorWorkflow",
          "names a workflow by its id in n8n: a workflow of this id has to lie in the same folder");
      return Optional.of(id);
    }
    return Optional.empty();
  }

  private static Optional<ZoneId> timezone(JsonObject given, Findings findings) {
    if (!(given.get("timezone") instanceof String name)
        || name.isBlank()
        || name.equals("DEFAULT")) {
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
    long seconds =
        switch (given.get("executionTimeout")) {
          case Number number -> number.longValue();
          case String text when text.matches("\\d{1,9}") -> Long.parseLong(text);
          case null, default -> -1;
        };
    return seconds > 0 && seconds <= MOST
        ? Optional.of(Duration.ofSeconds(seconds))
        : Optional.empty();
  }

  /** A limit of more than a hundred years is none. */
  private static final long MOST = 100L * 366 * 86_400;
}
