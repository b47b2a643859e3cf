package io.concertmaster.deploy.n8n;

import java.util.List;
import java.util.Optional;

/**
 * What a deploy to n8n would do with one workflow.
 *
 * @param workflow our id of it
 * @param name its name
 * @param shipment what would be sent
 * @param there the workflow that would be changed; empty for a new one
 * @param change what becomes of it
 * @param lines what differs, one thing a line, in our words
 * @param remarks what people should know about it
 */
public record N8nPlan(
    String workflow,
    String name,
    Shipment shipment,
    Optional<N8nWorkflow> there,
    Change change,
    List<String> lines,
    List<String> remarks) {
  /** What becomes of a workflow there. */
  public enum Change {
    /** It is made. */
    NEW,
    /** It is put in place of another version. */
    CHANGED,
    /** It lies there as it is here. */
    SAME
  }

  public N8nPlan {
    lines = List.copyOf(lines);
    remarks = List.copyOf(remarks);
  }
}
