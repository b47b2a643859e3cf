package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.ScratchRows;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.io.IOException;
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
    } catch (IOException e) {
      throw failed(e);
    } catch (IllegalArgumentException tooLarge) {
      throw new NodeException(String.valueOf(tooLarge.getMessage()), tooLarge);
    }
  }

  @Override
  public ItemList finish() throws NodeException {
    try {
      ItemList items = rows.finish();
      return new GuardedList(items, items.size(), execution, Optional.empty());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static NodeException failed(Exception e) {
    return new NodeException("working data cannot be written: " + e.getMessage(), e);
  }
}
