package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/** A switch in whose file two rules stand, whatever a proof gives each item. */
final class TwoRules implements NodeType {
  private final Switch inner = new Switch();

  @Override
  public NodeDescriptor descriptor() {
    return inner.descriptor();
  }

  @Override
  public List<Port> outputs(JsonObject parameters) {
    return List.of(new Port("rule1", "1"), new Port("rule2", "2"));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    return inner.run(context);
  }
}
