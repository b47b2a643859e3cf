package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.GraphNode;
import io.concertmaster.engine.local.plan.Upgrade;
import io.concertmaster.node.Port;
import java.util.List;
import java.util.Optional;

/** A definition as one asks it who wants to move a run from it or to it. */
record DefinitionSide(Definition definition) implements Upgrade.Side {
  @Override
  public Optional<GraphNode> node(String id) {
    return Optional.ofNullable(definition.graph().nodes().get(id));
  }

  @Override
  public Optional<String> type(String id) {
    return definition.workflow().node(id).map(node -> node.type() + " version " + node.version());
  }

  @Override
  public List<String> outputs(String id) {
    return definition.outputs(id).stream().map(Port::id).toList();
  }
}
