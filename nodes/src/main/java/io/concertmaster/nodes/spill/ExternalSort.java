package io.concertmaster.nodes.spill;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts items, more than memory holds. Stable: items with equal keys stay in the order in which
 * they were added.
 *
 * <p>Design note. Items are collected until they weigh the allowance, sorted, and written to disk
 * as a run; at the end the runs are merged, at most {@value #FAN_IN} at a time, because each run
 * that is being read holds a chunk in memory. Runs stand in the order of their making and ties go
 * to the earlier one: that keeps the sort stable. An item's key is taken once when it is added and
 * once when its run is read, never in a comparison. What fits memory never touches the disk.
 *
 * <p>It belongs to one activation and one thread.
 */
public final class ExternalSort implements Output {
  /** How many runs are merged at a time. */
  private static final int FAN_IN = 32;

  private final NodeContext context;
  private final Key key;
  private final Comparator<Entry> order;
  private final long allowance;
  private List<Entry> held = new ArrayList<>();
  private long weight;
  private List<ItemList> runs = new ArrayList<>();

  /** What items are sorted by. */
  @FunctionalInterface
  public interface Key {
    /** The values by which an item is sorted, the most important first. */
    @Nullable Object[] of(Item item);
  }

  private static final class Entry {
    private final @Nullable Object[] key;
    private final Item item;

    private Entry(@Nullable Object[] key, Item item) {
      this.key = key;
      this.item = item;
    }
  }

  /** A sort with the allowance of {@link Weight#allowance}. */
  public ExternalSort(NodeContext context, Key key, Comparator<@Nullable Object[]> order) {
    this(context, key, order, Weight.allowance());
  }

  /**
   * A sort that holds items up to a weight in memory.
   *
   * @param allowance bytes, as {@link Weight} counts
   */
  public ExternalSort(
      NodeContext context, Key key, Comparator<@Nullable Object[]> order, long allowance) {
    this.context = context;
    this.key = key;
    this.order = (a, b) -> order.compare(a.key, b.key);
    this.allowance = allowance;
  }

  /** Adds an item, with what goes along with it. */
  @Override
  public void add(Item item) throws NodeException, InterruptedException {
    held.add(new Entry(key.of(item), item));
    weight += Weight.of(item);
    if (weight >= allowance) {
      spill();
    }
  }

  /** Writes all items in order; nothing can be added afterwards. */
  public void drainTo(Output output) throws NodeException, InterruptedException {
    if (runs.isEmpty()) {
      held.sort(order);
      for (Entry entry : held) {
        output.add(entry.item);
      }
      held = List.of();
      return;
    }
    spill();
    while (runs.size() > FAN_IN) {
      List<ItemList> merged = new ArrayList<>();
      for (int from = 0; from < runs.size(); from += FAN_IN) {
        Scratch scratch = context.scratch();
        merge(runs.subList(from, Math.min(from + FAN_IN, runs.size())), scratch);
        merged.add(scratch.finish());
      }
      runs = merged;
    }
    merge(runs, output);
  }

  private void spill() throws NodeException, InterruptedException {
    if (held.isEmpty()) {
      return;
    }
    held.sort(order);
    Scratch run = context.scratch();
    for (Entry entry : held) {
      run.add(entry.item);
    }
    runs.add(run.finish());
    held = new ArrayList<>();
    weight = 0;
    context.checkInterrupted();
  }

  private void merge(List<ItemList> sorted, Output output)
      throws NodeException, InterruptedException {
    PriorityQueue<Cursor> queue = new PriorityQueue<>();
    for (ItemList run : sorted) {
      Cursor cursor = new Cursor(queue.size(), run.iterator());
      if (cursor.advance()) {
        queue.add(cursor);
      }
    }
    for (Cursor first = queue.poll(); first != null; first = queue.poll()) {
      output.add(first.current.item);
      if (first.advance()) {
        queue.add(first);
      }
    }
  }

  /** A place in a run: its next item, and the rest behind it. */
  private final class Cursor implements Comparable<Cursor> {
    private final int run;
    private final Iterator<Item> rest;
    private Entry current = new Entry(new Object[0], Item.of("", null));

    private Cursor(int run, Iterator<Item> rest) {
      this.run = run;
      this.rest = rest;
    }

    private boolean advance() {
      if (!rest.hasNext()) {
        return false;
      }
      Item next = rest.next();
      current = new Entry(key.of(next), next);
      return true;
    }

    @Override
    public int compareTo(Cursor other) {
      int byKey = order.compare(current, other.current);
      return byKey != 0 ? byKey : Integer.compare(run, other.run);
    }
  }
}
