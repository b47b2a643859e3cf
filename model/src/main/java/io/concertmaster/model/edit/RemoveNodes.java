package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Port;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nodes go, with their connections and places. Ids of no node are passed over.
 *
 * @param ids of the nodes
 * @param reconnect whether the gap is closed: what came into a node by its main input goes to where
 *     its main output went, in the place of the connection that came in
 */
public record RemoveNodes(Set<String> ids, boolean reconnect) implements Edit {
  public RemoveNodes {
    ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
  }

  /** Nodes go, and leave a gap. */
  public RemoveNodes(Set<String> ids) {
    this(ids, false);
  }

  @Override
  public Workflow apply(Workflow before) {
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>(before.nodes());
    Map<String, Placement> layout = new LinkedHashMap<>(before.layout());
    Set<Connection> connections = new LinkedHashSet<>(before.connections());
    if (reconnect) {
      for (String id : ids) {
        connections = around(id, connections);
      }
    }
    connections.removeIf(each -> ids.contains(each.source()) || ids.contains(each.target()));
    nodes.keySet().removeAll(ids);
    layout.keySet().removeAll(ids);
    return Parts.withGraph(before, nodes, List.copyOf(connections), layout);
  }

  private static Set<Connection> around(String id, Set<Connection> connections) {
    List<Connection> onward =
        connections.stream()
            .filter(each -> each.source().equals(id) && each.output().equals(Port.MAIN))
            .filter(each -> !each.target().equals(id))
            .toList();
    Set<Connection> closed = new LinkedHashSet<>();
    for (Connection each : connections) {
      if (!each.source().equals(id) && !each.target().equals(id)) {
        closed.add(each);
      } else if (each.target().equals(id)
          && each.input().equals(Port.MAIN)
          && !each.source().equals(id)) {
        for (Connection next : onward) {
          closed.add(new Connection(each.source(), each.output(), next.target(), next.input()));
        }
      }
    }
    return closed;
  }

  @Override
  public String label() {
    return "Delete " + Count.nodes(ids.size());
  }
}
