package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Item;
import io.concertmaster.nodes.spill.ExternalSort;
import io.concertmaster.nodes.spill.KeyOrder;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Items in an order by chance: sorted by a number that an item's position gives through a secret
 * one. It can be worked out again when the sort has gone over the disk.
 */
final class Shuffle {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Shuffle() {}

  /** The items of the first input, ready to be written. */
  static ExternalSort of(NodeContext context) throws NodeException, InterruptedException {
    long secret = ThreadLocalRandom.current().nextLong();
    ExternalSort sort =
        new ExternalSort(
            context,
            KeyOrder.ascending(1),
            (Item item, @Nullable Object[] values) ->
                values[0] = mixed(secret + item.paired().getFirst().item() * GOLDEN));
    long position = 0;
    for (Item item : context.input()) {
      sort.add(item.pairedTo(position++, 0));
    }
    return sort;
  }

  /** Spreads a number over all numbers (the finalizer of SplitMix64). */
  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
