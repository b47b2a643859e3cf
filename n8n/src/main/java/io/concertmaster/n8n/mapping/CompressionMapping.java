package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** {@code compression}: packs and unpacks. */
final class CompressionMapping implements NodeMapping {
  private static final String THEIRS = "n8n-nodes-base.compression";
  private static final String PACKS = "file.compress";
  private static final String UNPACKS = "file.decompress";
  private static final double NEWEST = 1.1;

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    AskedSettings asked = new AskedSettings(node, findings);
    Ours ours = new Ours();
    boolean packs = asked.word("operation", "decompress").equals("compress");
    ours.put("files", asked.value("binaryPropertyName", "data"), "data");
    boolean newer = asked.version() > 1;
    asked.ignore("outputFormat", "outputPrefix", "binaryPropertyOutput", "fileName");
    if (!packs) {
      ours.put("prefix", asked.value("outputPrefix", newer ? "file_" : "data"), "file_");
      asked.tellRest();
      return Optional.of(Mapped.of(UNPACKS, ours.settings()));
    }
    boolean gzip = asked.word("outputFormat", newer ? "zip" : "").equals("gzip");
    ours.put("format", gzip ? "gzip" : "zip", "zip");
    ours.put("fileName", asked.value("fileName"), "");
    if (gzip && !newer) {
      ours.put("binaryProperty", asked.value("outputPrefix", "data"), "data");
      ours.put("numbered", true);
    } else {
      ours.put("binaryProperty", asked.value("binaryPropertyOutput", "data"), "data");
    }
    asked.tellRest();
    return Optional.of(Mapped.of(PACKS, ours.settings()));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(PACKS) && !type.equals(UNPACKS)) {
      return Optional.empty();
    }
    AskedSettings ours = AskedSettings.ofOurs(parameters, findings);
    Ours theirs = new Ours();
    theirs.put("binaryPropertyName", ours.value("files"), "data");
    if (type.equals(PACKS)) {
      theirs.put("operation", "compress");
      theirs.put("outputFormat", ours.value("format", "zip"), "zip");
      theirs.put("fileName", ours.value("fileName"), "");
      theirs.put("binaryPropertyOutput", ours.value("binaryProperty"), "data");
    } else {
      theirs.put("outputPrefix", ours.value("prefix"), "file_");
    }
    if (ours.flag("numbered", false)) {
      findings.leftOut("numbered", "in n8n one result goes without a number");
    }
    if (ours.flag("keepFiles", false)) {
      findings.leftOut("keepFiles", "in n8n the item's other files stay behind");
    }
    ours.tellRest();
    return Optional.of(
        new Written(THEIRS, NEWEST, theirs.settings(), List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
