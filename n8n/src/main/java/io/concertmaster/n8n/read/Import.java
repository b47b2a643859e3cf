package io.concertmaster.n8n.read;

import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.report.Finding;
import java.util.List;

/**
 * A workflow read from an n8n file.
 *
 * @param workflow ours; it keeps the blocks from which it was read, for writing them back
 * @param findings what became of its parts, those that mean nearly the same and those left out
 */
public record Import(Workflow workflow, List<Finding> findings) {
  public Import {
    findings = List.copyOf(findings);
  }
}
