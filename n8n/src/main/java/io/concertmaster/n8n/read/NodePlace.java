package io.concertmaster.n8n.read;

import io.concertmaster.model.Placement;
import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.node.data.JsonArray;
import org.jspecify.annotations.Nullable;

/** Where a node stands: n8n's canvas units are ours. */
final class NodePlace {
  private static final String STICKY = "n8n-nodes-base.stickyNote";

  /** The size of a note whose file says none. */
  private static final double WIDTH = 240;

  private static final double HEIGHT = 160;

  private NodePlace() {}

  static Placement of(ForeignNode node) {
    JsonArray position =
        node.json().get("position") instanceof JsonArray list ? list : JsonArray.empty();
    double x = position.isEmpty() ? 0 : number(position.get(0), 0);
    double y = position.size() < 2 ? 0 : number(position.get(1), 0);
    return node.type().equals(STICKY)
        ? new Placement(
            x,
            y,
            Math.max(20, number(node.value("width"), WIDTH)),
            Math.max(20, number(node.value("height"), HEIGHT)))
        : Placement.at(x, y);
  }

  private static double number(@Nullable Object value, double otherwise) {
    double number =
        switch (value) {
          case Number given -> given.doubleValue();
          case String text when text.matches("-?\\d{1,9}(\\.\\d{1,9})?") ->
              Double.parseDouble(text);
          case null, default -> otherwise;
        };
    return Double.isFinite(number) ? Math.clamp(number, -1e7, 1e7) : otherwise;
  }
}
