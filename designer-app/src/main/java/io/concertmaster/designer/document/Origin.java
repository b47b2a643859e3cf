package io.concertmaster.designer.document;

import io.concertmaster.n8n.report.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * The file of another program from which a document was read.
 *
 * @param file it; never written
 * @param findings what became of its parts
 */
public record Origin(Path file, List<Finding> findings) {
  public Origin {
    findings = List.copyOf(findings);
  }
}
