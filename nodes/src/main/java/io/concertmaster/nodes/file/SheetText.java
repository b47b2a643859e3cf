package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import org.jspecify.annotations.Nullable;

/** What the text of a table's cell means, where the format knows text only. */
record SheetText(boolean detect) {
  static SheetText of(Parameters settings) throws NodeException {
    return new SheetText(!settings.text("values").equals("text"));
  }

  /** A number, a flag or text; {@code null} for no text. */
  @Nullable Object value(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return detect ? CsvValue.detect(text) : text;
  }
}
