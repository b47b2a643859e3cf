package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.ScratchRows;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;

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
    execution.hold(item, rows::add);
  }

  @Override
  public ItemList finish() {
    return GuardedList.own(rows.finish(), execution);
  }
}
