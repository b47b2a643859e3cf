package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.items.ListWriter;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.data.Item;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the items that leave a node by one output, and counts them for those who watch. */
final class Sink implements Output {
  /** What happens to an item that a node adds. */
  @FunctionalInterface
  interface Way {
    void send(Sink sink, Item item) throws NodeException, InterruptedException;
  }

  private final String port;
  private final ListWriter writer;
  private final Execution execution;
  private final AtomicLong counter;
  private final Runnable progress;
  private final Way way;

  Sink(String port, ListWriter writer, Execution execution, Runnable progress, Way way) {
    this.way = way;
    this.port = port;
    this.writer = writer;
    this.execution = execution;
    this.counter = execution.counter(port);
    this.progress = progress;
  }

  String port() {
    return port;
  }

  ListWriter writer() {
    return writer;
  }

  @Override
  public void add(Item item) throws InterruptedException, NodeException {
    way.send(this, item);
  }

  /** Writes an item here and nowhere else. */
  void put(Item item) throws InterruptedException, NodeException {
    execution.check();
    try {
      writer.add(item);
    } catch (IllegalArgumentException tooLarge) {
      throw new NodeException(String.valueOf(tooLarge.getMessage()), tooLarge);
    }
    counter.setRelease(writer.size());
    progress.run();
  }
}
