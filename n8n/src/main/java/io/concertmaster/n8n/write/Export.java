package io.concertmaster.n8n.write;

import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/**
 * A workflow as an n8n file.
 *
 * @param file what the file holds
 * @param findings what became of the workflow's parts
 */
public record Export(JsonObject file, List<Finding> findings) {
  public Export {
    findings = List.copyOf(findings);
  }

  /** The file's text. */
  public String text() {
    return Json.writePretty(file) + "\n";
  }
}
