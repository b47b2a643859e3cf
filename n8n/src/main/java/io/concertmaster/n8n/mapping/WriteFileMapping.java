package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** Nodes that write files to the disk: a part of {@code readWriteFile}, and its elder. */
final class WriteFileMapping implements NodeMapping {
  private static final String OURS = "file.write";

  @Override
  public List<String> types() {
    return List.of("n8n-nodes-base.writeBinaryFile");
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    return Optional.of(read(new AskedSettings(node, findings), "dataPropertyName"));
  }

  /**
   * Reads a node that writes.
   *
   * @param elder an older place for the name under which the item carries the file
   */
  static Mapped read(AskedSettings asked, String elder) {
    Object under = asked.value("dataPropertyName", asked.value(elder, "data"));
    Ours ours =
        new Ours()
            .put("path", asked.value("fileName", ""))
            .put("binaryProperty", under, "data")
            .put("mode", asked.flag("options.append", false) ? "append" : "overwrite", "overwrite")
            .put("createFolders", false)
            .put("tell", "fileName");
    asked.tellRest();
    return Mapped.of(OURS, ours.settings());
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    AskedSettings ours = AskedSettings.ofOurs(parameters, findings);
    String mode = ours.text("mode", "overwrite");
    if (mode.equals("create")) {
      findings.approximated("mode", "n8n replaces the file that is there");
    }
    if (ours.text("content", "file").equals("text")) {
      ours.ignore("text", "lineBreak");
      findings.leftOut("text", "n8n writes files only: add a Convert to File node before");
    }
    if (ours.flag("createFolders", true)) {
      findings.approximated("createFolders", "n8n does not create folders");
    }
    if (!ours.text("tell", "path").equals("fileName")) {
      findings.approximated("tell", "in n8n the item tells the path as fileName");
    }
    JsonObject options = new Ours().put("append", mode.equals("append"), false).settings();
    JsonObject written =
        new Ours()
            .put("operation", "write")
            .put("fileName", ours.value("path", ""))
            .put("dataPropertyName", ours.value("binaryProperty"), "data")
            .put("options", options)
            .settings();
    ours.tellRest();
    return Optional.of(
        new Written(ReadFileMapping.THEIRS, 1, written, List.of(Port.MAIN), List.of(Port.MAIN)));
  }
}
