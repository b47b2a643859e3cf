package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code form}: a further page of a form, or its last. */
final class FormPageMapping implements NodeMapping {
  static final String OURS = "flow.form";
  private static final String THEIRS = "n8n-nodes-base.form";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Fixed.tell(node, findings, "operation", "respondWith", "defineForm");
    return Optional.of(
        Mapped.of(
            OURS,
            node.text("operation", "page").equals("completion")
                ? end(node, findings)
                : page(node, findings)));
  }

  private static JsonObject page(ForeignNode node, Findings findings) {
    if (node.text("defineForm", "fields").equals("json")) {
      findings.leftOut("jsonOutput", "fields are not made from JSON here: add them by hand");
    }
    JsonObject settings = JsonObject.empty();
    settings = Renaming.unless(settings, "title", node.text("options.formTitle", ""), "");
    settings = Renaming.unless(settings, "text", node.text("options.formDescription", ""), "");
    settings = Renaming.unless(settings, "button", node.text("options.buttonLabel", ""), "");
    return settings.with("fields", FormFields.read(node.objects("formFields.values"), findings));
  }

  private static JsonObject end(ForeignNode node, Findings findings) {
    JsonObject settings = JsonObject.of("kind", "end");
    switch (node.text("respondWith", "text")) {
      case "redirect" -> settings = settings.with("address", node.value("redirectUrl", ""));
      case "showText" -> settings = settings.with("text", node.value("responseText", ""));
      case "returnBinary" -> findings.leftOut("respondWith", "the last page gives no file here");
      default -> {}
    }
    settings = Renaming.unless(settings, "title", node.text("completionTitle", ""), "");
    return settings.containsKey("text")
        ? settings
        : Renaming.unless(settings, "text", node.text("completionMessage", ""), "");
  }

  @Override
  public Optional<Written> write(String type, JsonObject ours, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    FormFields.tellOfFile(ours, findings);
    List<String> main = List.of(Port.MAIN);
    return Optional.of(new Written(THEIRS, 2.3, written(ours), main, main));
  }

  private static JsonObject written(JsonObject ours) {
    if ("end".equals(ours.get("kind"))) {
      JsonObject written = JsonObject.of("operation", "completion");
      written =
          ours.get("address") == null
              ? written
              : written.with("respondWith", "redirect").with("redirectUrl", ours.get("address"));
      written = Renaming.copied(ours, "title", written, "completionTitle");
      return Renaming.copied(ours, "text", written, "completionMessage");
    }
    JsonObject options = Renaming.copied(ours, "title", JsonObject.empty(), "formTitle");
    options = Renaming.copied(ours, "text", options, "formDescription");
    options = Renaming.copied(ours, "button", options, "buttonLabel");
    return JsonObject.of(
            "operation",
            "page",
            "formFields",
            FormFields.write(ForeignNode.objects(ours.get("fields"))))
        .with("options", options);
  }
}
