package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.NumberText;
import io.concertmaster.node.data.Shape;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a table that is made of items, and what its cells read. */
public final class Columns {
  private Columns() {}

  /** The columns that the settings name, or else those of all items. */
  static List<String> of(NodeContext context, Parameters settings)
      throws NodeException, InterruptedException {
    List<String> wanted = settings.texts("columns");
    return wanted.isEmpty() ? ofAll(context) : wanted;
  }

  /** The fields of all input items, in the order in which they first appear. */
  @SuppressWarnings("ReferenceEquality") // the same object again is the quick way, no more
  public static List<String> ofAll(NodeContext context) throws InterruptedException {
    Shape columns = Shape.empty();
    Shape last = columns;
    long count = 0;
    for (Item item : context.input()) {
      Shape shape = item.json().shape();
      if (shape != last) {
        for (String name : shape.names()) {
          columns = columns.with(name);
        }
        last = shape;
      }
      if (++count % 4_096 == 0) {
        context.checkInterrupted();
      }
    }
    return columns.names();
  }

  /** A value as text: empty for null, numbers as they are written, lists and objects as JSON. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case Double number -> NumberText.of(number);
      case BigDecimal number -> number.toPlainString();
      case Object other -> other.toString();
    };
  }
}
