package io.concertmaster.nodes.data;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of some fields of all items, each field in a list of its own. */
final class FieldLists {
  private final boolean keepMissing;
  private final boolean mergeLists;
  private final Scale scale;
  private final List<Collected> collected = new ArrayList<>();
  private long weight;

  /** Weighs what is collected, and refuses what is too much. */
  @FunctionalInterface
  interface Scale {
    /** The weight with one value more. */
    long with(long before, @Nullable Object value) throws NodeException, NoRoomException;
  }

  /** What is collected finds no room beside what others hold. */
  static final class NoRoomException extends Exception {
    private static final long serialVersionUID = 1;

    NoRoomException() {
      super("no room beside what others hold");
    }
  }

  /** A field whose values are collected. */
  private record Collected(FieldPath field, FieldPath as, List<@Nullable Object> values) {}

  FieldLists(Parameters settings, Scale scale) throws NodeException {
    keepMissing = settings.flag("keepMissing");
    mergeLists = settings.flag("mergeLists");
    this.scale = scale;
    FieldNaming naming = FieldNaming.of(settings);
    Set<String> names = new HashSet<>();
    for (Parameters entry : settings.entries("fields")) {
      FieldPath field = naming.path(entry.requiredText("field"));
      String as = entry.text("as");
      FieldPath target = as.isEmpty() ? field : naming.path(as);
      if (!names.add(target.text())) {
        throw new NodeException(
                "“" + target.text() + "” is the name of two lists: give each another name")
            .atProperty("fields");
      }
      collected.add(new Collected(field, target, new ArrayList<>()));
    }
    if (collected.isEmpty()) {
      throw new NodeException("“fields” names no field: add at least one").atProperty("fields");
    }
  }

  /** One record with the lists. */
  JsonObject of(NodeContext context, Lineage lineage, GatheredFiles files)
      throws NodeException, NoRoomException, InterruptedException {
    long position = 0;
    for (Item item : context.input()) {
      context.checkInterrupted();
      lineage.add(position++);
      files.add(item);
      for (Collected each : collected) {
        collect(each, each.field.get(item.json()));
      }
    }
    JsonObject record = JsonObject.empty();
    for (Collected each : collected) {
      record = each.as.set(record, JsonArray.copyOf(each.values));
    }
    return record;
  }

  private void collect(Collected into, @Nullable Object value)
      throws NodeException, NoRoomException {
    if (value instanceof JsonArray list) {
      JsonArray kept =
          keepMissing || list.stream().noneMatch(Objects::isNull)
              ? list
              : JsonArray.copyOf(list.stream().filter(Objects::nonNull).toList());
      if (mergeLists) {
        for (Object element : kept) {
          add(into, element);
        }
      } else {
        add(into, kept);
      }
    } else if (value != null || keepMissing) {
      add(into, value);
    }
  }

  private void add(Collected into, @Nullable Object value) throws NodeException, NoRoomException {
    into.values.add(value);
    weight = scale.with(weight, value);
  }
}
