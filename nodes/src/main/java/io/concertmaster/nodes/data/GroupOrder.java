package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Output;
import io.concertmaster.node.Scratch;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.nodes.spill.ExternalSort;
import io.concertmaster.nodes.spill.KeyOrder;
import io.concertmaster.nodes.spill.ValueOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of groups: as they first show, but those that share the value of the first field stand
 * together, among them those that share the second's, and so on.
 */
final class GroupOrder {
  static final String KEY = "key";
  static final String FIRST = "first";
  private static final String ORDER = "order";

  private GroupOrder() {}

  /** Groups that stand in the order of their first showing, in the order of results. */
  static List<Group> of(List<Group> groups) {
    Branch root = new Branch();
    for (Group group : groups) {
      if (group.key().size() < 2) {
        return groups;
      }
      Branch branch = root;
      for (Object part : group.key()) {
        branch = branch.parts.computeIfAbsent(JsonArray.of(part), one -> new Branch());
      }
      branch.group = group;
    }
    List<Group> ordered = new ArrayList<>(groups.size());
    root.collect(ordered);
    return ordered;
  }

  private static final class Branch {
    private final Map<JsonArray, Branch> parts = new LinkedHashMap<>();
    private @Nullable Group group;

    private void collect(List<Group> into) {
      if (group != null) {
        into.add(group);
      }
      parts.values().forEach(part -> part.collect(into));
    }
  }

  /**
   * Writes groups in their order.
   *
   * <p>Design note. For each number of leading fields, one pass over the groups finds for each
   * block of neighbours that share them the position where the block first showed; a sort by those
   * positions gives the order.
   *
   * @param groups items {@code {key, first, …}} in the order of their keys
   * @param fields how many fields a key has
   */
  static void sort(NodeContext context, ItemList groups, int fields, Output output)
      throws NodeException, InterruptedException {
    ItemList list = groups;
    for (int leading = 1; leading < fields; leading++) {
      list = withFirstOfBlocks(context, list, leading);
    }
    ExternalSort sort =
        new ExternalSort(
            context,
            KeyOrder.ascending(Math.max(1, fields)),
            (Item group, @Nullable Object[] positions) -> {
              if (group.json().get(ORDER) instanceof JsonArray before) {
                for (int i = 0; i < before.size(); i++) {
                  positions[i] = before.get(i);
                }
              }
              positions[positions.length - 1] = group.json().get(FIRST);
            });
    for (Item group : list) {
      sort.add(group);
    }
    sort.drainTo(output);
  }

  private static ItemList withFirstOfBlocks(NodeContext context, ItemList list, int leading)
      throws NodeException, InterruptedException {
    Scratch result = context.scratch();
    Iterator<Item> ahead = list.iterator();
    Iterator<Item> behind = list.iterator();
    Item next = ahead.hasNext() ? ahead.next() : null;
    while (next != null) {
      JsonArray block = leading(next, leading);
      long first = Long.MAX_VALUE;
      long size = 0;
      while (next != null && ValueOrder.EXACT.compare(block, leading(next, leading)) == 0) {
        first = Math.min(first, (Long) Objects.requireNonNull(next.json().get(FIRST)));
        size++;
        next = ahead.hasNext() ? ahead.next() : null;
      }
      for (; size > 0; size--) {
        Item group = behind.next();
        result.add(group.withJson(group.json().with(ORDER, order(group, first))));
      }
    }
    return result.finish();
  }

  /** The positions by which a group is ordered so far, and one more. */
  private static JsonArray order(Item group, @Nullable Object position) {
    List<@Nullable Object> positions = new ArrayList<>();
    if (group.json().get(ORDER) instanceof JsonArray before) {
      positions.addAll(before);
    }
    positions.add(position);
    return JsonArray.copyOf(positions);
  }

  private static JsonArray leading(Item group, int parts) {
    JsonArray key = (JsonArray) Objects.requireNonNull(group.json().get(KEY));
    return JsonArray.copyOf(key.subList(0, parts));
  }
}
