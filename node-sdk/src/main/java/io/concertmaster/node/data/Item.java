package io.concertmaster.node.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item on its way through a workflow: a record, files that travel with it, and its lineage.
 *
 * @param json the record
 * @param binary files by the name under which nodes find them ({@code data} by custom)
 * @param paired the input items from which this one came; empty where that is not known or the item
 *     has no ancestor. The engine fills it in where a node leaves it empty and the case is clear.
 */
public record Item(JsonObject json, Map<String, BinaryData> binary, List<Paired> paired) {
  public Item {
    binary = Map.copyOf(binary);
    paired = List.copyOf(paired);
  }

  /** An item with a record only. */
  public static Item of(JsonObject json) {
    return new Item(json, Map.of(), List.of());
  }

  /** An item with a record of one field. */
  public static Item of(String name, @Nullable Object value) {
    return of(JsonObject.of(name, value));
  }

  /** This item with another record. */
  public Item withJson(JsonObject changed) {
    return new Item(changed, binary, paired);
  }

  /** This item with other files. */
  public Item withBinary(Map<String, BinaryData> changed) {
    return new Item(json, changed, paired);
  }

  /** This item as descendant of one input item. */
  public Item pairedTo(long item, int input) {
    return new Item(json, binary, List.of(new Paired(item, input)));
  }

  /** This item as descendant of several input items. */
  public Item pairedTo(List<Paired> ancestors) {
    return new Item(json, binary, ancestors);
  }
}
