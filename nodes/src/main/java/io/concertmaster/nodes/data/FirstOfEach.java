package io.concertmaster.nodes.data;

import io.concertmaster.node.Allowance;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import io.concertmaster.nodes.spill.ExternalSort;
import io.concertmaster.nodes.spill.Fingerprint;
import io.concertmaster.nodes.spill.FingerprintSet;
import io.concertmaster.nodes.spill.KeyOrder;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The first item of each kind, in the order of the input.
 *
 * <p>Design note. Fingerprints of what was seen lie in a set; items that are new leave at once.
 * When there is no more room for the set it is frozen. For the items from there on, those whose
 * fingerprint is in the set are marked as repeated; of the others, fingerprint and position (not
 * the item) go into an external sort, which puts equal ones side by side: all but the first of them
 * are marked. Then the rest of the input is read once more and what has no mark leaves. Marks take
 * one bit an item.
 */
final class FirstOfEach {
  private static final Shape MARK = Shape.of(List.of("high", "low", "at"));

  private final NodeContext context;
  private final Function<JsonObject, Object> compared;
  private final Allowance allowance;
  private final Fingerprint fingerprint = new Fingerprint();
  private final FingerprintSet seen = new FingerprintSet();

  /**
   * @param compared what of a record is compared
   */
  FirstOfEach(NodeContext context, Function<JsonObject, Object> compared) {
    this.context = context;
    this.compared = compared;
    this.allowance = context.allowance();
  }

  void writeTo(Output output) throws NodeException, InterruptedException {
    ItemList items = context.input();
    Iterator<Item> rest = items.iterator();
    long position = 0;
    allowance.hold(seen.bytes());
    while (rest.hasNext() && (seen.size() == 0 || roomForOneMore())) {
      Item item = rest.next();
      fingerprint.take(compared.apply(item.json()));
      if (seen.add(fingerprint.high(), fingerprint.low())) {
        output.add(item.pairedTo(position, 0));
      }
      position++;
    }
    if (rest.hasNext()) {
      long start = position;
      BitSet repeated = repeated(rest);
      for (Iterator<Item> again = items.from(start); again.hasNext(); position++) {
        Item item = again.next();
        if (!repeated.get(Math.toIntExact(position - start))) {
          output.add(item.pairedTo(position, 0));
        }
      }
    }
  }

  private boolean roomForOneMore() {
    long more = seen.bytesToGrow();
    if (more == 0) {
      return allowance.hold(0);
    }
    boolean fits = allowance.hold(more);
    allowance.hold(
        fits ? -seen.bytes() : -more); // the smaller table goes when the larger one is there
    return fits;
  }

  /** Which of the items that follow repeat one before them, counted from the first of them. */
  private BitSet repeated(Iterator<Item> rest) throws NodeException, InterruptedException {
    BitSet repeated = new BitSet();
    ExternalSort sort =
        new ExternalSort(
            context,
            KeyOrder.ascending(2),
            (Item item, @Nullable Object[] values) -> {
              values[0] = item.json().slot(0);
              values[1] = item.json().slot(1);
            });
    for (int at = 0; rest.hasNext(); at = Math.addExact(at, 1)) {
      fingerprint.take(compared.apply(rest.next().json()));
      if (seen.contains(fingerprint.high(), fingerprint.low())) {
        repeated.set(at);
      } else {
        sort.add(
            Item.of(
                JsonObject.ofSlots(
                    MARK, new Object[] {fingerprint.high(), fingerprint.low(), (long) at})));
      }
    }
    sort.drainTo(new Marking(repeated));
    return repeated;
  }

  private static long number(@Nullable Object value) {
    return (Long) Objects.requireNonNull(value);
  }

  /** Marks all but the first of equal neighbours. */
  private static final class Marking implements Output {
    private final BitSet repeated;
    private boolean first = true;
    private long high;
    private long low;

    private Marking(BitSet repeated) {
      this.repeated = repeated;
    }

    @Override
    public void add(Item item) {
      long itsHigh = number(item.json().slot(0));
      long itsLow = number(item.json().slot(1));
      if (!first && itsHigh == high && itsLow == low) {
        repeated.set(Math.toIntExact(number(item.json().slot(2))));
      }
      first = false;
      high = itsHigh;
      low = itsLow;
    }
  }
}
