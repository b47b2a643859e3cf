package io.concertmaster.nodes.spill;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of one key of a sort. Nothing ({@code null}) comes last in either direction.
 *
 * @param values the order of values
 * @param descending whether it is turned around
 */
public record KeyOrder(ValueOrder values, boolean descending)
    implements Comparator<@Nullable Object> {
  /** The exact order of values. */
  public static final KeyOrder ASCENDING = new KeyOrder(ValueOrder.EXACT, false);

  /** That of several keys. */
  public static List<KeyOrder> ascending(int keys) {
    return Collections.nCopies(keys, ASCENDING);
  }

  @Override
  public int compare(@Nullable Object left, @Nullable Object right) {
    boolean turned = descending && left != null && right != null;
    return turned ? values.compare(right, left) : values.compare(left, right);
  }
}
