package io.concertmaster.nodes.flow;

import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.spill.Canonical;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What items are matched by: the values of some fields, as one text.
 *
 * @param strict whether the number 17 and the text “17” differ
 */
record JoinKey(List<FieldPath> fields, boolean strict) {
  private static final char END = '\u0000';

  /** The key of a record; {@code null} where one of the fields is missing: it matches nothing. */
  @Nullable String of(JsonObject record) {
    if (fields.size() == 1) {
      return text(fields.getFirst().get(record));
    }
    StringBuilder key = new StringBuilder();
    for (FieldPath field : fields) {
      String text = text(field.get(record));
      if (text == null) {
        return null;
      }
      key.append(text.length()).append(END).append(text);
    }
    return key.toString();
  }

  private @Nullable String text(@Nullable Object value) {
    return switch (Canonical.of(value)) {
      case null -> null;
      case String text -> strict ? Json.write(text) : text;
      case Object other -> Json.write(other);
    };
  }
}
