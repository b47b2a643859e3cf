package io.concertmaster.model.edit;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.Fragment;
import io.concertmaster.model.mention.Mentions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nodes from elsewhere come in, with the connections among them. Each gets an id and a name that
 * are new here; expressions among them follow the names.
 *
 * @param fragment what comes
 * @param dx how far its places are moved to the right
 * @param dy how far they are moved down
 */
public record Paste(Fragment fragment, double dx, double dy) implements Edit {
  /** The id that each node of the fragment gets in a workflow, in the order of the fragment. */
  public Map<String, String> ids(Workflow before) {
    Set<String> taken = new HashSet<>(before.nodes().keySet());
    Map<String, String> ids = new LinkedHashMap<>();
    fragment
        .nodes()
        .forEach((old, node) -> {
          String id = taken.contains(old) ? Slug.of(node.name(), taken) : old;
          taken.add(id);
          ids.put(old, id);
        });
    return ids;
  }

  @Override
  public Workflow apply(Workflow before) {
    Map<String, String> ids = ids(before);
    Map<String, String> names = names(before);
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>(before.nodes());
    Set<String> taken = new HashSet<>();
    before.nodes().values().forEach(node -> taken.add(node.name()));
    fragment
        .nodes()
        .forEach((old, node) -> {
          String name = FreshName.of(node.name(), taken);
          taken.add(name);
          nodes.put(
              ids.getOrDefault(old, old),
              node.withName(name)
                  .withParameters(
                      Mentions.rename(node.parameters(), each -> names.getOrDefault(each, each))));
        });
    List<Connection> connections = new ArrayList<>(before.connections());
    for (Connection each : fragment.connections()) {
      connections.add(
          new Connection(
              ids.getOrDefault(each.source(), each.source()),
              each.output(),
              ids.getOrDefault(each.target(), each.target()),
              each.input()));
    }
    Map<String, Placement> layout = new LinkedHashMap<>(before.layout());
    layout.keySet().removeAll(ids.values());
    fragment
        .layout()
        .forEach((old, place) ->
            layout.put(
                ids.getOrDefault(old, old),
                new Placement(place.x() + dx, place.y() + dy, place.width(), place.height())));
    return Parts.withGraph(before, nodes, connections, layout);
  }

  /** What becomes of each name; of two nodes with the same one, the first counts. */
  private Map<String, String> names(Workflow before) {
    Set<String> taken = new HashSet<>();
    before.nodes().values().forEach(node -> taken.add(node.name()));
    Map<String, String> names = new HashMap<>();
    for (NodeDefinition node : fragment.nodes().values()) {
      String name = FreshName.of(node.name(), taken);
      taken.add(name);
      names.putIfAbsent(node.name(), name);
    }
    return names;
  }

  @Override
  public String label() {
    return "Paste " + Count.nodes(fragment.nodes().size());
  }
}
