package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The appends of one activation: neighbouring items with the same target become one entry of its
 * {@link AppendLog}. Items that an earlier try of the activation has appended pass on without being
 * appended again; they are known by the position of the entry's first item. An item that is put
 * aside ends the entry before it, so that the next try puts it aside again.
 */
final class Appends implements AutoCloseable {
  /** An entry is closed when it holds this many bytes or items: the memory that it takes. */
  private static final long BYTES = 1 << 20;

  private static final int ITEMS = 1_000;

  private final NodeContext context;
  private final List<Item> waiting = new ArrayList<>();
  private final List<Content> contents = new ArrayList<>();
  private long bytes;
  private long first;
  private @Nullable AppendLog log;

  Appends(NodeContext context) {
    this.context = context;
  }

  void run() throws NodeException, InterruptedException {
    long position = 0;
    long passing = 0;
    long passingSize = 0;
    for (Item item : context.input()) {
      if (passing > 0) {
        passOn(item, position, passingSize);
        passing--;
      } else {
        Optional<AppendLog.Entry> earlier = take(item, position);
        passing = earlier.map(entry -> entry.items() - 1).orElse(0L);
        passingSize = earlier.map(AppendLog.Entry::end).orElse(0L);
      }
      position++;
    }
    flush();
  }

  /**
   * Takes an item into the entry being collected.
   *
   * @return the entry of an earlier try that begins with this item; it is not taken then
   */
  private Optional<AppendLog.Entry> take(Item item, long position)
      throws NodeException, InterruptedException {
    Content content;
    try {
      Parameters settings = context.parameters(item, position);
      turnTo(FileWrite.target(context, settings));
      Optional<AppendLog.Entry> earlier = open().earlier(position);
      if (earlier.isPresent()) {
        flush();
        passOn(item, position, earlier.get().end());
        return earlier;
      }
      content = Content.of(context, item, settings);
    } catch (NodeException e) {
      flush();
      context.reject(item, position, e);
      return Optional.empty();
    }
    if (waiting.isEmpty()) {
      first = position;
    }
    waiting.add(item);
    contents.add(content);
    bytes += content.size();
    if (bytes >= BYTES || waiting.size() >= ITEMS) {
      flush();
    }
    return Optional.empty();
  }

  private void turnTo(Path target) throws NodeException, InterruptedException {
    if (log != null && log.target().equals(target)) {
      return;
    }
    flush();
    close();
    log = AppendLog.open(target, context);
  }

  private AppendLog open() {
    return Objects.requireNonNull(log, "no target yet");
  }

  private void flush() throws NodeException, InterruptedException {
    if (waiting.isEmpty()) {
      return;
    }
    AppendLog current = open();
    try {
      long end = current.append(first, contents, waiting.size());
      long position = first;
      for (Item item : waiting) {
        passOn(item, position++, end);
      }
    } catch (IOException e) {
      throw FileTrouble.of("append to", current.target().toString(), e).atProperty("path");
    } finally {
      waiting.clear();
      contents.clear();
      bytes = 0;
    }
  }

  private void passOn(Item item, long position, long size)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters(item, position);
    context.output().add(FileWrite.written(item, settings, open().target(), size));
  }

  @Override
  public void close() throws NodeException {
    AppendLog current = log;
    log = null;
    if (current == null) {
      return;
    }
    try {
      current.close();
    } catch (IOException e) {
      throw FileTrouble.of("close", current.target().toString(), e);
    }
  }
}
