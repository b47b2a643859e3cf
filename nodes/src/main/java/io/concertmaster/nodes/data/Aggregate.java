package io.concertmaster.nodes.data;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.spill.Weight;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts all items into one. */
public final class Aggregate implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.aggregate", "Aggregate")
          .summary("Puts all items into one item with lists")
          .family(Family.DATA)
          .icon("mdomz-unfold_less")
          .keywords("collect", "combine", "list", "array", "one item", "group", "join")
          .property(
              Property.of(
                      "mode",
                      "Collect",
                      PropertyKind.choice(
                          Option.of("items", "Whole items, in one list"),
                          Option.of("fields", "Fields, each in a list of its own")))
                  .defaultsTo("items")
                  .literalOnly())
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("The field with the list.")
                  .defaultsTo("data")
                  .mandatory()
                  .when("mode", "items"))
          .property(
              FieldChoice.choice("include", "Fields of each item", "all")
                  .help("What of each item goes into the list.")
                  .when("mode", "items"))
          .property(FieldChoice.names("includeFields", "include"))
          .property(
              Property.of(
                      "fields",
                      "Fields",
                      PropertyKind.entries(
                          "field",
                          Property.of("field", "Field", new PropertyKind.FieldName())
                              .help("Whose values to collect; dots lead into fields.")
                              .mandatory(),
                          Property.of("as", "Into field", new PropertyKind.FieldName())
                              .help("Empty: under its own name.")))
                  .help("The fields to collect.")
                  .mandatory()
                  .when("mode", "fields"))
          .property(
              Property.of("keepMissing", "Keep missing values", PropertyKind.flag())
                  .help("As null, so that all lists are equally long.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "fields"))
          .documentation(
              """
              Makes one item of all items: the opposite of **Split out**.

              *Whole items* gives one list of records, `{ "data": [ { … }, { … } ] }`, as many web
              services want it. *Fields* gives one list for each field that you name, `{ "id": [1, 2],
              "name": ["a", "b"] }`.

              The result is one item and has to fit memory. To count or add up instead of
              collecting, use **Summarize**.
              """)
          .build();

  private final long largest;

  public Aggregate() {
    this(Weight.largestValue());
  }

  /** A node whose result may take so many bytes. */
  Aggregate(long largest) {
    this.largest = largest;
  }

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    JsonObject record = settings.text("mode").equals("fields") ? fields(context) : items(context);
    Lineage lineage = new Lineage();
    for (long position = 0;
        position < context.input().size() && position <= Lineage.MOST;
        position++) {
      lineage.add(position);
    }
    context.output().add(Item.of(record).pairedTo(lineage.ancestors()));
    return NodeResult.done();
  }

  private JsonObject items(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    FieldChoice include = FieldChoice.of(settings, "include", "includeFields");
    List<@Nullable Object> records = new ArrayList<>();
    long weight = 0;
    for (Item item : context.input()) {
      context.checkInterrupted();
      JsonObject chosen = include.of(item.json());
      records.add(chosen);
      weight = weighed(weight, chosen);
    }
    return FieldPath.of(settings.requiredText("as"))
        .set(JsonObject.empty(), JsonArray.copyOf(records));
  }

  /** A field whose values are collected. */
  private record Collected(FieldPath field, FieldPath as, List<@Nullable Object> values) {}

  private JsonObject fields(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    boolean keepMissing = settings.flag("keepMissing");
    List<Collected> collected = new ArrayList<>();
    for (Parameters entry : settings.entries("fields")) {
      FieldPath field = FieldPath.of(entry.requiredText("field"));
      String as = entry.text("as");
      collected.add(
          new Collected(field, as.isEmpty() ? field : FieldPath.of(as), new ArrayList<>()));
    }
    if (collected.isEmpty()) {
      throw new NodeException("“fields” names no field: add at least one").atProperty("fields");
    }
    long weight = 0;
    for (Item item : context.input()) {
      context.checkInterrupted();
      for (Collected each : collected) {
        Object value = each.field.get(item.json());
        if (value != null || keepMissing) {
          each.values.add(value);
          weight = weighed(weight, value);
        }
      }
    }
    JsonObject record = JsonObject.empty();
    for (Collected each : collected) {
      record = each.as.set(record, JsonArray.copyOf(each.values));
    }
    return record;
  }

  /** The weight with one value more; a list that would fill the memory is refused in time. */
  private long weighed(long before, @Nullable Object value) throws NodeException {
    long weight = before + Long.BYTES + Weight.of(value);
    if (weight > largest) {
      throw new NodeException(
          "The items do not fit into one: together they take more than "
              + (largest >> 20)
              + " MB of memory. Collect fewer fields, or limit or summarize the items first");
    }
    return weight;
  }
}
