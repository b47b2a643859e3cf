package io.concertmaster.engine.local.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which outputs a node sent items, activation by activation, the newest first.
 *
 * @param runIndex of the activation
 * @param outputs ids of those outputs
 * @param before what stood before this activation
 */
public record Sent(int runIndex, Set<String> outputs, @Nullable Sent before) {
  public Sent {
    outputs = Set.copyOf(outputs);
  }

  /** Whether an activation sent items by an output. */
  static boolean filled(@Nullable Sent newest, int runIndex, String output) {
    for (Sent each = newest; each != null && each.runIndex >= runIndex; each = each.before) {
      if (each.runIndex == runIndex) {
        return each.outputs.contains(output);
      }
    }
    return false;
  }
}
