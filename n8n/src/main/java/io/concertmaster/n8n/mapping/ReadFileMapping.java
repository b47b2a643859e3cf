package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** Nodes that read files of the disk: {@code readWriteFile} and its two elders. */
final class ReadFileMapping implements NodeMapping {
  static final String THEIRS = "n8n-nodes-base.readWriteFile";
  private static final String OURS = "file.read";
  private static final String ONE = "n8n-nodes-base.readBinaryFile";
  private static final String MANY = "n8n-nodes-base.readBinaryFiles";

  @Override
  public List<String> types() {
    return List.of(THEIRS, ONE, MANY);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    if (node.type().equals(THEIRS) && asked.word("operation", "read").equals("write")) {
      return Optional.of(WriteFileMapping.read(asked, "options.dataPropertyName"));
    }
    Ours ours = new Ours();
    switch (node.type()) {
      case ONE -> {
        ours.put("path", asked.value("filePath", "")).put("item", "keep");
        ours.put("binaryProperty", asked.value("dataPropertyName", "data"), "data");
      }
      case MANY -> {
        ours.put("path", path(asked)).put("item", "empty");
        ours.put("choices", hasBraces(asked), false);
        ours.put("once", true).put("optional", true);
        ours.put("binaryProperty", asked.value("dataPropertyName", "data"), "data");
      }
      default -> {
        ours.put("path", path(asked)).put("item", "media").put("optional", true);
        ours.put("choices", hasBraces(asked), false);
        ours.put("binaryProperty", asked.value("options.dataPropertyName", "data"), "data");
        ours.put("fileName", asked.value("options.fileName"), "");
        ours.put("extension", asked.value("options.fileExtension"), "");
        ours.put("mimeType", asked.value("options.mimeType"), "");
        asked.ignore("info");
      }
    }
    asked.tellRest();
    return Optional.of(Mapped.of(OURS, ours.settings()));
  }

  private static boolean hasBraces(AskedSettings asked) {
    return asked.text("fileSelector", "").replaceAll("\\{\\{.*?}}", "").matches(".*\\{.*,.*}.*");
  }

  private static Object path(AskedSettings asked) {
    Object path = asked.value("fileSelector", "");
    if (path instanceof String text
        && !text.startsWith("=")
        && text.matches(".*(\\[.*]|[!+@]\\().*")) {
      asked
          .findings()
          .approximated(
              "fileSelector",
              "here only *, ?, ** and {a,b} are special: use one node for each pattern");
    }
    return path;
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    AskedSettings ours = AskedSettings.ofOurs(parameters, findings);
    Ours options =
        new Ours()
            .put("dataPropertyName", ours.value("binaryProperty"), "data")
            .put("fileName", ours.value("fileName"), "")
            .put("fileExtension", ours.value("extension"), "")
            .put("mimeType", ours.value("mimeType"), "");
    JsonObject written =
        new Ours()
            .put("fileSelector", ours.value("path", ""))
            .put("options", options.settings())
            .settings();
    if (!ours.flag("optional", false)) {
      findings.approximated("optional", "in n8n it is no error when no file matches");
    }
    if (!ours.text("item", "about").equals("media")) {
      findings.approximated("item", "in n8n the item tells the file's media facts");
    }
    ours.ignore("choices");
    if (ours.flag("once", false)) {
      findings.leftOut("once", "n8n reads for each item");
    }
    ours.tellRest();
    return Optional.of(new Written(THEIRS, 1, written, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
