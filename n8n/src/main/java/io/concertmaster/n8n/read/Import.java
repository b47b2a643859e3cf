package io.concertmaster.n8n.read;

import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A workflow read from a file.
 *
 * @param workflow ours; one from n8n keeps the blocks from which it was read, for writing them back
 * @param findings what became of its parts, those that mean nearly the same and those left out
 * @param isForeign whether the file is n8n's rather than one of ours
 * @param ports which of our ports stand for n8n's, by node id; of a file of ours nothing
 */
public record Import(
    Workflow workflow, List<Finding> findings, boolean isForeign, Map<String, Ports> ports) {
  public Import {
    findings = List.copyOf(findings);
    ports = Map.copyOf(ports);
  }

  /** A file of ours. */
  static Import ofOurs(Workflow workflow) {
    return new Import(workflow, List.of(), false, Map.of());
  }

  /** The same with one more finding. */
  Import with(Finding finding) {
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding);
    return new Import(workflow, more, isForeign, ports);
  }
}
