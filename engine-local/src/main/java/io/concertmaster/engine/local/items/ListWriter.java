package io.concertmaster.engine.local.items;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.node.data.Item;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Writes one list. Chunks go to the store as they fill; the list exists when {@link #finish} has
 * returned, and is then durable. Used by one thread.
 */
public final class ListWriter {
  /** A chunk of at most so many bytes lies within the name of its list. */
  private static final int WITHIN = 240;

  private final Blobs blobs;
  private final ChunkWriter chunk = new ChunkWriter();
  private final List<byte[]> hashes = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();
  private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
  private long size;
  private boolean files;

  ListWriter(Blobs blobs) {
    this.blobs = blobs;
  }

  /** How many items were added so far. */
  public long size() {
    return size;
  }

  /**
   * Adds an item at the end; waits for the store where it is behind.
   *
   * @throws StoreException when the store failed to take an earlier one
   * @throws IllegalArgumentException when the item is too large for any store
   */
  public void add(Item item) throws InterruptedException {
    if (chunk.isFull()) {
      flush();
    }
    try {
      chunk.add(item, size);
    } catch (TooLargeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    files |= !item.binary().isEmpty();
    size++;
  }

  /**
   * Whether all of the list may lie within its name. What has files may not: a sweep finds them.
   */
  private boolean isShort() {
    return hashes.isEmpty() && !files && chunk.rowBytes() <= WITHIN;
  }

  private void flush() throws InterruptedException {
    if (written.isCompletedExceptionally()) {
      await(written);
    }
    lengths.add((long) chunk.count());
    put(chunk.finish());
  }

  private void put(byte[] content) throws InterruptedException {
    byte[] hash = Blobs.hash(content);
    hashes.add(hash);
    CompletableFuture<Void> next = blobs.put(Blobs.Kind.CHUNK, hash, content);
    written = written.isDone() && !written.isCompletedExceptionally() ? next : both(written, next);
  }

  private static CompletableFuture<Void> both(
      CompletableFuture<Void> one, CompletableFuture<Void> other) {
    return one.thenCombine(other, (a, b) -> null);
  }

  /** Sends what is left to the store, without waiting for it. */
  public void sendRest() throws InterruptedException {
    if (chunk.count() > 0 && !isShort()) {
      flush();
    }
  }

  /**
   * Makes the list durable.
   *
   * @param lineage what counts as the items' lineage
   * @throws StoreException when the store cannot take it
   */
  public ItemListRef finish(Lineage lineage) throws InterruptedException {
    if (chunk.count() > 0 && isShort()) {
      lengths.add((long) chunk.count());
      byte[] content = chunk.finish();
      if (content.length <= WITHIN) {
        return new ItemListRef(ListName.within(lineage, content).id(), size);
      }
      put(content);
    }
    sendRest();
    return durable(lineage, hashes, lengths);
  }

  /**
   * Makes what was added so far durable, as a list with the lineage that was said; more may be
   * added after it.
   *
   * @throws StoreException when the store cannot take it
   */
  public ItemListRef soFar() throws InterruptedException {
    List<byte[]> parts = new ArrayList<>(hashes);
    List<Long> counts = new ArrayList<>(lengths);
    if (chunk.count() > 0) {
      byte[] rest = chunk.bytes();
      byte[] hash = Blobs.hash(rest);
      parts.add(hash);
      counts.add((long) chunk.count());
      written = both(written, blobs.put(Blobs.Kind.CHUNK, hash, rest));
    }
    return durable(Lineage.AS_SAID, parts, counts);
  }

  private ItemListRef durable(Lineage lineage, List<byte[]> parts, List<Long> counts)
      throws InterruptedException {
    if (parts.isEmpty()) {
      return new ItemListRef(ListName.EMPTY.id(), 0);
    }
    ListName.Form form = ListName.Form.CHUNK;
    byte[] hash = parts.getFirst();
    if (parts.size() > 1) {
      byte[] contents = Contents.encode(parts, counts);
      form = ListName.Form.CONTENTS;
      hash = Blobs.hash(contents);
      written = both(written, blobs.put(Blobs.Kind.CONTENTS, hash, contents));
    }
    await(written);
    return new ItemListRef(new ListName(lineage, form, HexFormat.of().formatHex(hash)).id(), size);
  }

  static void await(CompletableFuture<Void> future) throws InterruptedException {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    }
  }
}
