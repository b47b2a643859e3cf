package io.concertmaster.nodes.condition;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Operator;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Compares how long a text, a list or an object is with a number. Nothing has the length 0. */
final class Lengths {
  private Lengths() {}

  static boolean holds(@Nullable Object left, Operator operator, @Nullable Object right)
      throws NodeException {
    long length =
        switch (left) {
          case null -> 0;
          case String text -> text.length();
          case JsonArray list -> list.size();
          case JsonObject object -> object.size();
          default -> throw new NodeException(Comparison.show(left) + " has no length");
        };
    Number other = NumberLike.of(right);
    if (other == null) {
      throw new NodeException("a length is a number, not " + Comparison.show(right));
    }
    int order = NumberLike.compare(length, other);
    return switch (operator) {
      case LENGTH_EQUALS -> order == 0;
      case LENGTH_NOT_EQUALS -> order != 0;
      case LENGTH_GREATER_THAN -> order > 0;
      case LENGTH_GREATER_OR_EQUAL -> order >= 0;
      case LENGTH_LESS_THAN -> order < 0;
      case LENGTH_LESS_OR_EQUAL -> order <= 0;
      default -> throw new IllegalArgumentException("compares no length: " + operator);
    };
  }
}
