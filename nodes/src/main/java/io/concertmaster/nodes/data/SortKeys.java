package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.nodes.condition.NumberLike;
import io.concertmaster.nodes.spill.KeyOrder;
import io.concertmaster.nodes.spill.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a {@link Sort}.
 *
 * @param order the order of values
 */
record SortKeys(List<Key> keys, ValueOrder order) {
  /** One key. */
  record Key(FieldPath field, boolean descending, As as) {}

  /** How the values of a key are made comparable. */
  enum As {
    NATURAL,
    NUMBER,
    TEXT;

    @Nullable Object prepare(@Nullable Object value) {
      return switch (this) {
        case NATURAL -> value;
        case NUMBER -> {
          Number number = NumberLike.of(value);
          yield number == null ? value : number;
        }
        case TEXT -> value == null ? null : FieldType.text(value);
      };
    }

    static As ofId(String id) throws NodeException {
      return switch (id) {
        case "", "natural" -> NATURAL;
        case "number" -> NUMBER;
        case "text" -> TEXT;
        default -> throw new NodeException("“" + id + "” is not a way to compare");
      };
    }
  }

  static SortKeys of(Parameters settings) throws NodeException {
    List<Parameters> entries = settings.entries("keys");
    if (entries.isEmpty()) {
      throw new NodeException("There is nothing to sort by: add a key in the node's settings")
          .atProperty("keys");
    }
    FieldNaming naming = FieldNaming.of(settings);
    List<Key> keys = new ArrayList<>(entries.size());
    for (Parameters entry : entries) {
      String direction = entry.text("order");
      if (!direction.isEmpty() && !direction.equals("asc") && !direction.equals("desc")) {
        throw new NodeException("“order” must be asc or desc, not “" + direction + "”")
            .atProperty("keys[" + keys.size() + "].order");
      }
      keys.add(
          new Key(
              naming.path(entry.requiredText("field")),
              direction.equals("desc"),
              As.ofId(entry.text("as"))));
    }
    return new SortKeys(
        keys, settings.flag("ignoreCase") ? ValueOrder.IGNORING_CASE : ValueOrder.EXACT);
  }

  /** The fields by which is sorted. */
  List<FieldPath> fields() {
    return keys.stream().map(Key::field).toList();
  }

  /** The order of each key. */
  List<KeyOrder> orders() {
    return keys.stream().map(key -> new KeyOrder(order, key.descending)).toList();
  }

  /** Puts the item's values, made comparable, into an array. */
  void take(Item item, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      Key key = keys.get(i);
      values[i] = key.as.prepare(key.field.get(item.json()));
    }
  }
}
