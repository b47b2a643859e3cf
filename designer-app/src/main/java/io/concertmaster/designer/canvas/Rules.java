package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.intent.GraphRules;
import io.concertmaster.model.Connection;
import io.concertmaster.model.Workflow;
import java.util.Optional;
import java.util.function.Supplier;

/** Which connections a workflow may have. Loops are right: each pass is a new activation. */
final class Rules implements GraphRules {
  private final Supplier<Workflow> workflow;
  private final NodePorts ports;

  Rules(Supplier<Workflow> workflow, NodePorts ports) {
    this.workflow = workflow;
    this.ports = ports;
  }

  @Override
  public Optional<String> whyNotConnect(PortRef output, PortRef input) {
    if (output.node().equals(input.node())) {
      return Optional.of("A node cannot feed itself");
    }
    boolean gives = ports.isAttachment(workflow.get(), output);
    boolean takes = ports.isAttachment(workflow.get(), input);
    if (gives != takes || (gives && !output.port().equals(input.port()))) {
      return Optional.of(
          takes ? "This takes a node that serves it, not items" : "This takes items");
    }
    Connection wanted = new Connection(output.node(), output.port(), input.node(), input.port());
    return workflow.get().connections().contains(wanted)
        ? Optional.of("These are connected already")
        : Optional.empty();
  }
}
