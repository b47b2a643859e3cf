package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code xml}: records of XML and the other way round. */
final class XmlMapping implements NodeMapping {
  private static final String OURS = "text.xml";
  private static final String THEIRS = "n8n-nodes-base.xml";

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    boolean write = options.choice("mode", "xmlToJson").equals("jsonToxml");
    Settings ours =
        new Settings()
            .put("operation", write ? "write" : "read", "read")
            .put("field", options.text("dataPropertyName", "data"), "data")
            .put("attributeKey", node.value("options.attrkey"), "$")
            .put("textKey", node.value("options.charkey"), "_");
    if (write) {
      ours.put("rootName", node.value("options.rootName"), "root")
          .put("declaration", !options.flag("options.headless", false), true)
          .put("cdata", node.value("options.cdata"), false);
    } else {
      String attributes =
          options.flag("options.ignoreAttrs", false)
              ? "none"
              : options.flag("options.mergeAttrs", true) ? "merge" : "apart";
      ours.put("attributes", attributes, "merge")
          .put("lists", node.value("options.explicitArray"), false)
          .put("keepRoot", node.value("options.explicitRoot"), true)
          .put("trim", node.value("options.trim"), false)
          .put("normalize", node.value("options.normalize"), false)
          .put("lowerCase", node.value("options.normalizeTags"), false);
    }
    return Optional.of(Mapped.of(OURS, ours.build()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    boolean write = ours.text("operation", "read").equals("write");
    Settings options =
        new Settings()
            .put("attrkey", ours.value("attributeKey"), "$")
            .put("charkey", ours.value("textKey"), "_");
    if (write) {
      options
          .put("rootName", ours.value("rootName"), "root")
          .put("headless", !ours.flag("declaration", true), false)
          .put("cdata", ours.value("cdata"), false);
    } else {
      String attributes = ours.text("attributes", "merge");
      options
          .put("mergeAttrs", !attributes.equals("apart"), true)
          .put("ignoreAttrs", attributes.equals("none"), false)
          .put("explicitArray", ours.value("lists"), false)
          .put("explicitRoot", ours.value("keepRoot"), true)
          .put("trim", ours.value("trim"), false)
          .put("normalize", ours.value("normalize"), false)
          .put("normalizeTags", ours.value("lowerCase"), false);
    }
    JsonObject theirs =
        new Settings()
            .put("mode", write ? "jsonToxml" : null)
            .put("dataPropertyName", ours.value("field"), "data")
            .build()
            .with("options", options.build());
    return Optional.of(new Written(THEIRS, 1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
