package io.concertmaster.nodes.spill;

import io.concertmaster.node.Allowance;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.Pack;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts items, more than memory holds. Stable: items with equal keys stay in the order in which
 * they were added.
 *
 * <p>Design note. Items are held as rows of a {@link Pack}, their keys beside them in {@link
 * KeyColumn}s; what is sorted is the numbers of the rows. When the {@link Allowance} is used up,
 * the rows are sorted and go to disk as a run, without being read; at the end the runs are merged,
 * at most {@value #FAN_IN} at a time, because each that is being read holds a block in memory. Runs
 * stand in the order of their making and ties go to the earlier one: that keeps the sort stable. An
 * item's keys are taken once when it is added and once when its run is read, never in a comparison.
 * What fits memory never touches the disk.
 *
 * <p>It belongs to one activation and one thread.
 */
public final class ExternalSort implements Output {
  /** How many runs are merged at a time. */
  private static final int FAN_IN = 32;

  private final NodeContext context;
  private final List<KeyOrder> orders;
  private final Key key;
  private final List<KeyColumn> columns;
  private final @Nullable Object[] keys;
  private final Pack pack;
  private final Allowance allowance;
  private long counted;
  private List<ItemList> runs = new ArrayList<>();

  /** What items are sorted by. */
  @FunctionalInterface
  public interface Key {
    /** Puts the values by which an item is sorted into an array, the most important first. */
    void take(Item item, @Nullable Object[] values);
  }

  /** A sort by one or more keys. */
  public ExternalSort(NodeContext context, List<KeyOrder> orders, Key key) {
    this.context = context;
    this.orders = orders;
    this.key = key;
    this.columns = orders.stream().map(KeyColumn::new).toList();
    this.keys = new Object[orders.size()];
    this.pack = context.pack();
    this.allowance = context.allowance();
  }

  /** Adds an item, with what goes along with it. */
  @Override
  public void add(Item item) throws NodeException, InterruptedException {
    pack.add(item);
    key.take(item, keys);
    for (int i = 0; i < keys.length; i++) {
      columns.get(i).add(keys[i]);
    }
    long bytes = pack.bytes() + (long) ColumnSort.BYTES * pack.size();
    for (KeyColumn column : columns) {
      bytes += column.bytes();
    }
    boolean fits = allowance.hold(bytes - counted);
    counted = bytes;
    if (!fits) {
      spill();
    }
  }

  /** Writes all items in order; nothing can be added afterwards. */
  public void drainTo(Output output) throws NodeException, InterruptedException {
    if (runs.isEmpty()) {
      Iterator<Item> sorted = pack.inOrder(ColumnSort.of(columns, pack.size()));
      columns.forEach(KeyColumn::clear);
      while (sorted.hasNext()) {
        output.add(sorted.next());
      }
      pack.clear();
      allowance.free();
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
    if (pack.size() == 0) {
      return;
    }
    runs.add(pack.spill(ColumnSort.of(columns, pack.size())));
    columns.forEach(KeyColumn::clear);
    allowance.free();
    counted = 0;
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
      output.add(first.current);
      if (first.advance()) {
        queue.add(first);
      }
    }
  }

  /** A place in a run: its next item, and the rest behind it. */
  private final class Cursor implements Comparable<Cursor> {
    private final int run;
    private final Iterator<Item> rest;
    private final @Nullable Object[] values = new Object[orders.size()];
    private Item current = Item.of("", null);

    private Cursor(int run, Iterator<Item> rest) {
      this.run = run;
      this.rest = rest;
    }

    private boolean advance() {
      if (!rest.hasNext()) {
        return false;
      }
      current = rest.next();
      key.take(current, values);
      return true;
    }

    @Override
    public int compareTo(Cursor other) {
      for (int i = 0; i < values.length; i++) {
        int order = orders.get(i).compare(values[i], other.values[i]);
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(run, other.run);
    }
  }
}
