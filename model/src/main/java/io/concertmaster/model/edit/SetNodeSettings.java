package io.concertmaster.model.edit;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Settings of one node or several (on error, retry, timeout, disabled, note and so on): the nodes
 * get these definitions. Names stay: {@link RenameNode} changes those.
 *
 * @param nodes the new definitions by id
 */
public record SetNodeSettings(Map<String, NodeDefinition> nodes) implements Edit {
  public SetNodeSettings {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** The same change to several nodes as they are in a workflow now. */
  public static SetNodeSettings of(
      Workflow now, Collection<String> ids, UnaryOperator<NodeDefinition> change) {
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>();
    ids.forEach(id -> nodes.put(id, change.apply(Edit.node(now, id))));
    return new SetNodeSettings(nodes);
  }

  /** A change to one node as it is in a workflow now. */
  public static SetNodeSettings of(Workflow now, String id, UnaryOperator<NodeDefinition> change) {
    return of(now, java.util.List.of(id), change);
  }

  @Override
  public Workflow apply(Workflow before) {
    Map<String, NodeDefinition> changed = new LinkedHashMap<>(before.nodes());
    nodes.forEach((id, node) -> changed.put(id, node.withName(Edit.node(before, id).name())));
    return Parts.withNodes(before, changed);
  }

  @Override
  public String label() {
    return "Change settings" + (nodes.size() == 1 ? "" : " of " + Count.nodes(nodes.size()));
  }
}
