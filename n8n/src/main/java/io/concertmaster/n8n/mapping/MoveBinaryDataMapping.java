package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import java.util.List;
import java.util.Optional;

/** {@code moveBinaryData}: from a file to fields, and back. */
final class MoveBinaryDataMapping implements NodeMapping {
  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.moveBinaryData");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    boolean toJson = asked.word("mode", "binaryToJson").equals("binaryToJson");
    Ours ours = new Ours();
    if (toJson) {
      toFields(asked, ours);
    } else {
      toFile(asked, ours);
    }
    asked.tellRest();
    return Optional.of(
        Mapped.of(
            toJson ? ExtractFromFileMapping.OURS : ConvertToFileMapping.OURS, ours.settings()));
  }

  private static void toFields(AskedSettings asked, Ours ours) {
    ours.put("binaryProperty", asked.value("sourceKey", "data"), "data");
    ours.put("optional", true);
    ours.put("charset", asked.value("options.encoding", "utf8"), "utf8");
    ours.put("keepMark", !asked.flag("options.stripBOM", true), false);
    ours.put("keepFiles", asked.flag("options.keepSource", false) ? "all" : "others");
    asked.ignore("destinationKey", "options.jsonParse", "options.keepAsBase64", "convertAllData");
    if (asked.flag("setAllData", true)) {
      ours.put("format", "json").put("whole", true);
      return;
    }
    boolean bytes = asked.flag("options.keepAsBase64", false);
    boolean parsed = asked.flag("options.jsonParse", false);
    ours.put("format", bytes ? "base64" : parsed ? "json" : "text");
    ours.put("field", asked.value("destinationKey", "data"));
    ours.put("keepRecord", true);
  }

  private static void toFile(AskedSettings asked, Ours ours) {
    boolean all = asked.flag("convertAllData", true);
    boolean base64 = asked.flag("options.dataIsBase64", false);
    boolean raw = asked.flag("options.useRawData", asked.version() > 1);
    boolean json = all || (!base64 && !raw);
    ours.put("format", json ? "json" : base64 ? "base64" : "text");
    if (json) {
      ours.put("each", true);
    }
    asked.ignore("sourceKey", "setAllData", "options.useRawData", "options.dataIsBase64");
    if (!all) {
      ours.put("source", asked.value("sourceKey", "data"));
    }
    ours.put("binaryProperty", asked.value("destinationKey", "data"), "data");
    ours.put("byteOrderMark", asked.value("options.addBOM", false), false);
    ours.put("charset", asked.value("options.encoding", "utf8"), "utf8");
    ours.put("fileName", asked.value("options.fileName"));
    ours.put(
        "mimeType", asked.value("options.mimeType", json || !base64 ? "application/json" : ""), "");
    boolean keep = asked.flag("options.keepSource", false);
    ours.put("item", keep ? "keep" : all ? "empty" : "rest").put("keepFiles", true);
  }
}
