package io.concertmaster.model.edit;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.mention.Mentions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node gets another name, and every expression that speaks of it follows: {@code $('Old')},
 * {@code $node["Old"]}. Its id stays. Where another node has the old name too, expressions stay as
 * they are: they may mean either.
 *
 * @param id of the node
 * @param name the new name
 */
public record RenameNode(String id, String name) implements Edit {
  public RenameNode {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a node needs a name");
    }
  }

  @Override
  public Workflow apply(Workflow before) {
    String old = Edit.node(before, id).name();
    if (old.equals(name)) {
      return before;
    }
    boolean only =
        before.nodes().values().stream().filter(each -> each.name().equals(old)).count() == 1;
    Map<String, NodeDefinition> nodes = new LinkedHashMap<>(before.nodes());
    nodes.replaceAll((each, node) -> {
      NodeDefinition named = each.equals(id) ? node.withName(name) : node;
      return only ? named.withParameters(Mentions.rename(named.parameters(), old, name)) : named;
    });
    return Parts.withNodes(before, nodes);
  }

  @Override
  public String label() {
    return "Rename node";
  }
}
