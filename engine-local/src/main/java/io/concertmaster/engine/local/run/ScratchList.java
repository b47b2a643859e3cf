package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.ScratchRows;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.Optional;

/** A node's working data, on disk. */
final class ScratchList implements Scratch {
  private final ScratchRows rows;
  private final Execution execution;

  ScratchList(ScratchRows rows, Execution execution) {
    this.rows = rows;
    this.execution = execution;
  }

  @Override
  public void add(Item item) throws NodeException {
    execution.check();
    try {
      rows.add(item);
    } catch (IllegalArgumentException tooLarge) {
      throw new NodeException(String.valueOf(tooLarge.getMessage()), tooLarge);
    }
  }

  @Override
  public ItemList finish() {
    ItemList items = rows.finish();
    return new GuardedList(items, items.size(), execution, Optional.empty());
  }
}
