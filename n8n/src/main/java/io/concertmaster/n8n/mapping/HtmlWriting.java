package io.concertmaster.n8n.mapping;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/** Writes our nodes for HTML as operations of n8n's {@code html}. */
final class HtmlWriting {
  private HtmlWriting() {}

  static JsonObject extract(ForeignNode ours) {
    List<JsonObject> values =
        ours.objects("values").stream()
            .map(entry -> {
              String take = entry.get("take") instanceof String given ? given : "text";
              return new Settings()
                  .put("key", entry.get("as"))
                  .put("cssSelector", entry.get("selector"))
                  .put("returnValue", take.equals("readable") ? "text" : take, "text")
                  .put("attribute", entry.get("attribute"))
                  .put("skipSelectors", entry.get("skip"))
                  .put("returnArray", entry.get("all"), false)
                  .build();
            })
            .toList();
    boolean file = ours.text("from", "field").equals("file");
    return new Settings()
        .put("operation", "extractHtmlContent")
        .put("sourceData", file ? "binary" : null)
        .put("dataPropertyName", ours.value("field"), "data")
        .put("extractionValues", JsonObject.of("values", JsonArray.copyOf(values)))
        .build()
        .with(
            "options",
            new Settings()
                .put("trimValues", ours.flag("trim", true), true)
                .put("cleanUpText", ours.flag("cleanUp", false), false)
                .build());
  }

  static JsonObject table(ForeignNode ours) {
    Settings options =
        new Settings()
            .put("caption", ours.value("caption"))
            .put("capitalize", ours.value("capitalize"), false)
            .put("customStyling", ours.value("plain"), false);
    for (String name :
        List.of("tableAttributes", "headerAttributes", "rowAttributes", "cellAttributes")) {
      options.put(name, ours.value(name));
    }
    return JsonObject.of("operation", "convertToHtmlTable", "options", options.build());
  }

  static JsonObject template(ForeignNode ours) {
    String text = ours.text("text", "");
    return JsonObject.of("html", text.startsWith("=") ? text.substring(1) : text);
  }
}
