package io.concertmaster.n8n.read;

import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.report.Finding;
import java.util.List;

/**
 * A workflow read from a file.
 *
 * @param workflow ours; one from n8n keeps the blocks from which it was read, for writing them back
 * @param findings what became of its parts, those that mean nearly the same and those left out
 * @param isForeign whether the file is n8n's rather than one of ours
 */
public record Import(Workflow workflow, List<Finding> findings, boolean isForeign) {
  public Import {
    findings = List.copyOf(findings);
  }
}
