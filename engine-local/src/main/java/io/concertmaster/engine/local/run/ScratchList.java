package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.ScratchFile;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A node's working data, in a file that is deleted when the activation ends. */
final class ScratchList implements Scratch {
  private final ScratchFile file;
  private final Execution execution;

  ScratchList(ScratchFile file, Execution execution) {
    this.file = file;
    this.execution = execution;
  }

  @Override
  public void add(Item item) throws NodeException {
    execution.check();
    try {
      file.add(item);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public ItemList finish() throws NodeException {
    try {
      ItemList items = file.finish();
      return new GuardedList(items, items.size(), execution, Optional.empty());
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
  }

  private static NodeException failed(Exception e) {
    return new NodeException("working data cannot be written: " + e.getMessage(), e);
  }
}
