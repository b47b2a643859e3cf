package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code webhook}: the answer's status is a setting in version 1, an option since. */
final class WebhookMapping implements NodeMapping {
  private static final String OURS = "trigger.webhook";
  private static final String THEIRS = "n8n-nodes-base.webhook";

  /** Options that wait for the server to have a place for them. */
  private static final List<String> LATER =
      List.of("allowedOrigins", "ignoreBots", "ipWhitelist", "responseHeaders", "noResponseBody");

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(
        node,
        findings,
        "path",
        "httpMethod",
        "authentication",
        "responseMode",
        "responseData",
        "options.rawBody",
        "options.binaryPropertyName");
    Fixed.tellTexts(
        node,
        findings,
        "responseCode",
        "options.responseCode.values.responseCode",
        "options.responseData");
    String path = node.text("path", "");
    Object id = node.json().get("webhookId");
    JsonObject settings =
        path.isEmpty()
            ? id instanceof String ? JsonObject.of("path", id) : JsonObject.empty()
            : JsonObject.of("path", path);
    JsonArray methods =
        node.value("httpMethod", "GET") instanceof JsonArray several
            ? several
            : JsonArray.of(node.text("httpMethod", "GET"));
    settings = methods.equals(JsonArray.of("GET")) ? settings : settings.with("methods", methods);
    settings =
        Renaming.unless(settings, "authentication", node.text("authentication", "none"), "none");
    settings =
        Renaming.unless(settings, "respond", node.text("responseMode", "onReceived"), "onReceived");
    if (node.text("responseMode", "").equals("streaming")) {
      findings.leftOut("responseMode", "there are no answers as a stream here: choose another");
    }
    settings =
        Renaming.unless(
            settings, "data", node.text("responseData", "firstEntryJson"), "firstEntryJson");
    Object status =
        node.version() < 1.1
            ? node.value("responseCode", 200L)
            : node.value("options.responseCode.values.responseCode", 200L);
    settings = Renaming.unless(settings, "status", status, 200L);
    settings = Renaming.unless(settings, "text", node.text("options.responseData", ""), "");
    boolean raw = node.flag("options.rawBody", false) || node.flag("options.binaryData", false);
    settings = Renaming.unless(settings, "rawBody", raw, false);
    settings =
        Renaming.unless(
            settings, "fileField", node.text("options.binaryPropertyName", "data"), "data");
    for (String option : LATER) {
      if (node.has("options." + option)) {
        findings.leftOut("options." + option, "it is kept for the file, and not in force here");
      }
    }
    return Optional.of(Mapped.trigger(OURS, settings).withOutputs(outputs(methods)));
  }

  private static List<String> outputs(JsonArray methods) {
    return methods.size() < 2
        ? List.of(Port.MAIN)
        : methods.stream()
            .map(method -> String.valueOf(method).toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    JsonArray methods =
        ours.get("methods") instanceof JsonArray given && !given.isEmpty()
            ? given
            : JsonArray.of("GET");
    JsonObject written =
        methods.size() == 1
            ? JsonObject.of("httpMethod", methods.get(0))
            : JsonObject.of("multipleMethods", true, "httpMethod", methods);
    written = Renaming.copied(ours, "path", written, "path");
    written = Renaming.copied(ours, "authentication", written, "authentication");
    written = Renaming.copied(ours, "respond", written, "responseMode");
    written = Renaming.copied(ours, "data", written, "responseData");
    JsonObject options = JsonObject.empty();
    if (ours.get("status") != null) {
      JsonObject code = JsonObject.of("responseCode", ours.get("status"));
      options = options.with("responseCode", JsonObject.of("values", code));
    }
    options = Renaming.copied(ours, "text", options, "responseData");
    options = Renaming.copied(ours, "rawBody", options, "rawBody");
    options = Renaming.copied(ours, "fileField", options, "binaryPropertyName");
    return Optional.of(
        new Written(THEIRS, 2.1, written.with("options", options), List.of(), outputs(methods)));
  }
}
