package io.concertmaster.model;

/**
 * In which order the nodes of a workflow run. The names and the rules are n8n's, since workflows
 * that come from there count on them; docs/architecture.md tells both.
 */
public enum ExecutionOrder {
  /** Breadth first, in the order of the connections: what n8n did before 2023. */
  V0("v0"),
  /** Depth first, what stands higher on the canvas first. Files leave it out. */
  V1("v1");

  private final String id;

  ExecutionOrder(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }
}
