package io.concertmaster.n8n.place;

import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.node.data.JsonArray;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a node stands on n8n's canvas.
 *
 * @param x of its left edge
 * @param y of its top edge
 * @param width of a note; 0 for any other node
 * @param height of a note; 0 for any other node
 */
record ForeignPlace(double x, double y, double width, double height) {
  /** The type of notes. */
  static final String STICKY = "n8n-nodes-base.stickyNote";

  /** The size of a note whose file says none. */
  private static final double WIDTH = 240;

  private static final double HEIGHT = 160;

  private static final double FARTHEST = 1e7;
  private static final double LARGEST = 1e5;
  private static final double SMALLEST = 20;

  /** The place that a node's block says, as numbers or as texts; empty where it says none. */
  static Optional<ForeignPlace> of(ForeignNode node) {
    if (!(node.json().get("position") instanceof JsonArray position)
        || position.size() < 2
        || !isNumber(position.get(0))
        || !isNumber(position.get(1))) {
      return Optional.empty();
    }
    double x = number(position.get(0), -FARTHEST, FARTHEST, 0);
    double y = number(position.get(1), -FARTHEST, FARTHEST, 0);
    return Optional.of(
        node.type().equals(STICKY)
            ? new ForeignPlace(
                x,
                y,
                number(node.value("width"), SMALLEST, LARGEST, WIDTH),
                number(node.value("height"), SMALLEST, LARGEST, HEIGHT))
            : new ForeignPlace(x, y, 0, 0));
  }

  boolean isNote() {
    return width > 0;
  }

  private static boolean isNumber(@Nullable Object value) {
    return Double.isFinite(number(value));
  }

  private static double number(
      @Nullable Object value, double least, double most, double otherwise) {
    double number = number(value);
    return Double.isFinite(number) ? Math.clamp(number, least, most) : otherwise;
  }

  private static double number(@Nullable Object value) {
    return switch (value) {
      case Number given -> given.doubleValue();
      case String text when text.matches("-?\\d{1,9}(\\.\\d{1,9})?") -> Double.parseDouble(text);
      case null, default -> Double.NaN;
    };
  }
}
