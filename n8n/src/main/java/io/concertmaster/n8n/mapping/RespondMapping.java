package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code respondToWebhook}. */
final class RespondMapping implements NodeMapping {
  private static final String OURS = "http.respond";
  private static final String THEIRS = "n8n-nodes-base.respondToWebhook";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(node, findings, "respondWith", "responseDataSource", "options.responseKey");
    String with = node.text("respondWith", "firstIncomingItem");
    JsonObject settings = JsonObject.of("with", with);
    switch (with) {
      case "json", "text" -> settings = settings.with("body", node.value("responseBody", ""));
      case "redirect" -> settings = settings.with("address", node.value("redirectURL", ""));
      case "jwt" -> {
        settings = settings.with("payload", node.value("payload", "{}"));
        findings.leftOut("respondWith", "a signed token is no answer here: choose another");
      }
      case "binary" -> {
        boolean named = node.text("responseDataSource", "automatically").equals("set");
        if (named) {
          settings = settings.with("fileField", node.value("inputFieldName", "data"));
        }
      }
      default -> settings = settings.with("wrap", node.value("options.responseKey", ""));
    }
    if (node.has("options.responseCode")) {
      settings = settings.with("status", node.value("options.responseCode"));
    }
    List<JsonObject> headers = new ArrayList<>();
    for (JsonObject header : node.objects("options.responseHeaders.entries")) {
      headers.add(JsonObject.of("name", header.get("name"), "value", header.get("value")));
    }
    if (!headers.isEmpty()) {
      settings = settings.with("headers", JsonArray.copyOf(headers));
    }
    if (node.flag("options.enableResponseOutput", false)) {
      findings.leftOut("options.enableResponseOutput", "there is no output for the answer here");
    }
    settings = "".equals(settings.get("wrap")) ? settings.without("wrap") : settings;
    return Optional.of(Mapped.of(OURS, settings));
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    String with = ours.get("with") instanceof String text ? text : "firstIncomingItem";
    JsonObject written = JsonObject.of("respondWith", with);
    written = Renaming.copied(ours, "body", written, "responseBody");
    written = Renaming.copied(ours, "address", written, "redirectURL");
    written = Renaming.copied(ours, "payload", written, "payload");
    if (ours.get("fileField") != null) {
      written = written.with("responseDataSource", "set");
      written = Renaming.copied(ours, "fileField", written, "inputFieldName");
    }
    JsonObject options = Renaming.copied(ours, "status", JsonObject.empty(), "responseCode");
    options = Renaming.copied(ours, "wrap", options, "responseKey");
    if (ours.get("headers") instanceof JsonArray headers) {
      options = options.with("responseHeaders", JsonObject.of("entries", headers));
    }
    List<String> main = List.of(Port.MAIN);
    return Optional.of(new Written(THEIRS, 1.4, written.with("options", options), main, main));
  }
}
