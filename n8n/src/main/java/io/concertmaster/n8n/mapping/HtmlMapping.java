package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code html} and its forerunner {@code htmlExtract}: templates, values out of HTML, tables. */
final class HtmlMapping implements NodeMapping {
  private static final String EXTRACT = "text.htmlExtract";
  private static final String TABLE = "text.htmlTable";
  private static final String TEMPLATE = "text.template";
  private static final String THEIRS = "n8n-nodes-base.html";
  private static final String EARLY = "n8n-nodes-base.htmlExtract";

  @Override
  public List<String> types() {
    return List.of(THEIRS, EARLY);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    if (node.type().equals(EARLY)) {
      return Optional.of(extract(node, options, "text"));
    }
    String operation = options.choice("operation", "generateHtmlTemplate");
    return switch (operation) {
      case "generateHtmlTemplate" -> Optional.of(template(node));
      case "extractHtmlContent" -> {
        boolean readable = node.version() > 1.1;
        if (readable && takesText(node)) {
          findings.approximated(
              "extractionValues", "line breaks of a text with many elements may fall otherwise");
        }
        yield Optional.of(extract(node, options, readable ? "readable" : "text"));
      }
      case "convertToHtmlTable" -> {
        findings.approximated("operation", "the table's tags and style are others than n8n's");
        yield Optional.of(table(node, options));
      }
      default -> {
        findings.leftOut("operation", "“" + operation + "” is no operation known here");
        yield Optional.empty();
      }
    };
  }

  private static boolean takesText(ForeignNode node) {
    return node.objects("extractionValues.values").stream()
        .anyMatch(entry -> "text".equals(entry.getOrDefault("returnValue", "text")));
  }

  /** The template is no expression in n8n's file, but what it has in braces is worked out. */
  private static Mapped template(ForeignNode node) {
    String html = node.text("html", "");
    return Mapped.of(
        TEMPLATE,
        new Settings()
            .put("text", html.contains("{{") && !html.startsWith("=") ? "=" + html : html)
            .build());
  }

  private static Mapped extract(ForeignNode node, Options options, String text) {
    List<JsonObject> values =
        node.objects("extractionValues.values").stream()
            .map(entry -> {
              String take = entry.get("returnValue") instanceof String given ? given : "text";
              return new Settings()
                  .put("as", entry.get("key"))
                  .put("selector", entry.get("cssSelector"))
                  .put("take", take.equals("text") ? text : take, "text")
                  .put("attribute", entry.get("attribute"))
                  .put("skip", entry.get("skipSelectors"))
                  .put("all", entry.get("returnArray"), false)
                  .build();
            })
            .toList();
    String from = options.choice("sourceData", "json");
    return Mapped.of(
        EXTRACT,
        new Settings()
            .put("from", from.equals("binary") ? "file" : "field", "field")
            .put("field", FieldNames.name(options.text("dataPropertyName", "data")), "data")
            .put("values", JsonArray.copyOf(values))
            .put("trim", options.flag("options.trimValues", true), true)
            .put("cleanUp", options.flag("options.cleanUpText", false), false)
            .build());
  }

  private static Mapped table(ForeignNode node, Options options) {
    Settings ours =
        new Settings()
            .put("caption", node.value("options.caption"))
            .put("capitalize", options.flag("options.capitalize", false), false)
            .put("plain", options.flag("options.customStyling", false), false);
    for (String name :
        List.of("tableAttributes", "headerAttributes", "rowAttributes", "cellAttributes")) {
      ours.put(name, node.value("options." + name));
    }
    return Mapped.of(TABLE, ours.build());
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    return switch (type) {
      case EXTRACT -> written(HtmlWriting.extract(ours));
      case TABLE -> {
        findings.approximated("", "the table's tags and style are others in n8n");
        yield written(HtmlWriting.table(ours));
      }
      case TEMPLATE -> {
        if (!ours.text("as", "html").equals("html") || ours.flag("keepFields", false)) {
          findings.approximated("as", "n8n gives one field, html, and no others");
        }
        yield written(HtmlWriting.template(ours));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Written> written(JsonObject theirs) {
    return Optional.of(new Written(THEIRS, 1.2, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
