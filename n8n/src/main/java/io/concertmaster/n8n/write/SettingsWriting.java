package io.concertmaster.n8n.write;

import io.concertmaster.model.Settings;
import io.concertmaster.n8n.read.SettingsReading;
import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a workflow's settings. */
final class SettingsWriting {
  private SettingsWriting() {}

  /**
   * The settings; empty where the file had none and nothing was set since.
   *
   * @param kept the file from which the workflow was read; empty for one of ours
   */
  static Optional<Object> write(Settings settings, JsonObject kept, Findings findings) {
    @Nullable Object given = kept.get("settings");
    Settings was = SettingsReading.of(given, Findings.unheard());
    if (!kept.isEmpty() && settings.equals(was)) {
      return Optional.ofNullable(given);
    }
    JsonObject written = given instanceof JsonObject object ? object : JsonObject.empty();
    if (kept.isEmpty() || settings.executionOrder() != was.executionOrder()) {
      written = written.with("executionOrder", settings.executionOrder().id());
    }
    if (settings.parallelBranches() > 1) {
      findings.approximated(
          "settings.parallelBranches", "n8n runs one branch after the other: the data is the same");
    }
    if (!settings.errorWorkflow().equals(was.errorWorkflow())) {
      findings.approximated(
          "settings.errorWorkflow", "n8n names workflows by its own ids: choose it again there");
      written =
          settings.errorWorkflow().isPresent()
              ? written.with("errorWorkflow", settings.errorWorkflow().orElse(""))
              : written.without("errorWorkflow");
    }
    if (!settings.timezone().equals(was.timezone())) {
      written =
          settings.timezone().isPresent()
              ? written.with("timezone", settings.timezone().map(ZoneId::getId).orElse(""))
              : written.without("timezone");
    }
    if (!settings.timeout().equals(was.timeout())) {
      written =
          settings.timeout().isPresent()
              ? written.with("executionTimeout", seconds(settings.timeout().get(), findings))
              : written.without("executionTimeout");
    }
    return Optional.of(written);
  }

  private static long seconds(Duration timeout, Findings findings) {
    if (timeout.toMillis() % 1000 != 0) {
      findings.approximated("settings.executionTimeout", "n8n counts whole seconds");
    }
    return Math.max(1, timeout.toSeconds());
  }
}
