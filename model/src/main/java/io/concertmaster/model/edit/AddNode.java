package io.concertmaster.model.edit;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A new node, behind all others in the file.
 *
 * @param id a slug that no node has, see {@link Slug}
 * @param node what it is
 * @param place where it stands; empty for no place yet
 */
public record AddNode(String id, NodeDefinition node, Optional<Placement> place) implements Edit {
  public AddNode {
    if (!Slug.isSlug(id)) {
      throw new IllegalArgumentException("“" + id + "” is no id for a node");
    }
  }

  /** A new node at a place. */
  public AddNode(String id, NodeDefinition node, Placement place) {
    this(id, node, Optional.of(place));
  }

  @Override
  public Workflow apply(Workflow before) {
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>(before.nodes());
    if (nodes.putIfAbsent(id, node) != null) {
      throw new IllegalArgumentException("there is a node “" + id + "” already");
    }
    Map<String, Placement> layout = new LinkedHashMap<>(before.layout());
    layout.remove(id);
    place.ifPresent(at -> layout.put(id, at));
    return Parts.withGraph(before, nodes, before.connections(), layout);
  }

  @Override
  public String label() {
    return "Add " + node.name();
  }
}
