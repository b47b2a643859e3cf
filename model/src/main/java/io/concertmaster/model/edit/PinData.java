package io.concertmaster.model.edit;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.Optional;

/**
 * Items are pinned to a node, or taken off.
 *
 * @param id of the node
 * @param items that stand in for what its first output would send; empty to let it run again
 */
public record PinData(String id, Optional<List<Item>> items) implements Edit {
  public PinData {
    items = items.map(List::copyOf);
  }

  @Override
  public Workflow apply(Workflow before) {
    return Parts.withNode(before, id, node -> node.withPinned(items));
  }

  @Override
  public String label() {
    return items.isPresent() ? "Pin data" : "Unpin data";
  }
}
