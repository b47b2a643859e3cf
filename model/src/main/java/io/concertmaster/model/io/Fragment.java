package io.concertmaster.model.io;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Settings;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some nodes of a workflow, the connections among them and their places: what is copied and pasted.
 *
 * @param nodes by id, in their order
 * @param connections only such as begin and end at these nodes
 * @param layout only places of these nodes
 */
public record Fragment(
    Map<String, NodeDefinition> nodes,
    List<Connection> connections,
    Map<String, Placement> layout) {
  public Fragment {
    Set<String> ids = nodes.keySet();
    connections =
        connections.stream()
            .filter(each -> ids.contains(each.source()) && ids.contains(each.target()))
            .toList();
    Map<String, Placement> places = new LinkedHashMap<>(layout);
    places.keySet().retainAll(ids);
    layout = Collections.unmodifiableMap(places);
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** The nodes of these ids, in the order of the workflow; ids of no node are passed over. */
  public static Fragment of(Workflow workflow, Collection<String> ids) {
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>(workflow.nodes());
    nodes.keySet().retainAll(Set.copyOf(ids));
    return new Fragment(nodes, workflow.connections(), workflow.layout());
  }

  Workflow asWorkflow() {
    return new Workflow(
        "fragment", "", Settings.DEFAULT, nodes, connections, layout, JsonObject.empty());
  }
}
