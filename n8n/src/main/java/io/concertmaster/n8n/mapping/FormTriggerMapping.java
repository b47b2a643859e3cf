package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code formTrigger}: its path is a setting up to version 2.1, an option since. */
final class FormTriggerMapping implements NodeMapping {
  private static final String OURS = "trigger.form";
  private static final String THEIRS = "n8n-nodes-base.formTrigger";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(node, findings, "responseMode", "path", "options.path");
    Fixed.tellTexts(node, findings, "formTitle", "formDescription", "options.buttonLabel");
    JsonObject settings =
        JsonObject.of("title", node.value("formTitle", ""))
            .with("fields", FormFields.read(node.objects("formFields.values"), findings));
    settings = unlessEmpty(settings, "description", node.text("formDescription", ""));
    String path = node.text("path", "");
    settings = unlessEmpty(settings, "path", path.isEmpty() ? node.text("options.path", "") : path);
    settings = unlessEmpty(settings, "button", node.text("options.buttonLabel", ""));
    String respond = node.text("responseMode", "onReceived");
    settings = respond.equals("onReceived") ? settings : settings.with("respond", respond);
    if (!node.text("authentication", "none").equals("none")) {
      findings.leftOut("authentication", "the form is open to everybody here");
    }
    return Optional.of(Mapped.trigger(OURS, settings));
  }

  private static JsonObject unlessEmpty(JsonObject settings, String name, String value) {
    return value.isEmpty() ? settings : settings.with(name, value);
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    FormFields.tellOfFile(ours, findings);
    JsonObject written =
        JsonObject.of("formTitle", ours.getOrDefault("title", ""))
            .with("formFields", FormFields.write(ForeignNode.objects(ours.get("fields"))));
    Object description = ours.get("description");
    written = description == null ? written : written.with("formDescription", description);
    Object respond = ours.get("respond");
    written = respond == null ? written : written.with("responseMode", respond);
    JsonObject options = JsonObject.empty();
    options = ours.get("path") == null ? options : options.with("path", ours.get("path"));
    options =
        ours.get("button") == null ? options : options.with("buttonLabel", ours.get("button"));
    return Optional.of(
        new Written(THEIRS, 2.3, written.with("options", options), List.of(), List.of(Port.MAIN)));
  }
}
