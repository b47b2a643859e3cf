package io.concertmaster.nodes.join;

import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What items of one input are matched by: the values of some fields.
 *
 * @param alike when values count as the same
 * @param missing whether a field that is missing counts as empty, where values are compared loosely
 */
public record JoinKey(List<FieldPath> fields, Alike alike, boolean missing) {
  private static final char END = '\u0000';

  /**
   * The key of a record, as one text; {@code null} where one of the fields is missing: it matches
   * nothing.
   */
  public @Nullable String of(JsonObject record) {
    if (fields.size() == 1) {
      return text(fields.getFirst(), record);
    }
    StringBuilder key = new StringBuilder();
    for (FieldPath field : fields) {
      String text = text(field, record);
      if (text == null) {
        return null;
      }
      key.append(text.length()).append(END).append(text);
    }
    return key.toString();
  }

  private @Nullable String text(FieldPath field, JsonObject record) {
    Object value = field.get(record);
    boolean counts = missing && alike.isLoose();
    return value == null && !counts && !field.isIn(record) ? null : alike.key(value);
  }

  /** Whether records of the same key match, this being the key of the first. */
  public boolean match(JsonObject first, JoinKey other, JsonObject second) {
    if (!alike.isLoose()) {
      return true;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!alike.same(fields.get(i).get(first), other.fields.get(i).get(second))) {
        return false;
      }
    }
    return true;
  }
}
