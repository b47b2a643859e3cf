package io.concertmaster.nodes.data;

import io.concertmaster.node.Allowance;
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
          .property(
              Property.of("mergeLists", "Merge lists", PropertyKind.flag())
                  .help("The elements of a list are collected, not the list.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "fields"))
          .property(
              Property.of(
                      "skipEmpty", "Leave out items without any chosen field", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly()
                  .when("include", "selected", "except"))
          .property(
              Property.of(
                      "files",
                      "Files of the items",
                      PropertyKind.choice(
                          Option.of("none", "Leave behind"),
                          Option.of("all", "Take along"),
                          Option.of("different", "Take along those that differ")))
                  .help("Where two have the same name, the later one gets a number.")
                  .defaultsTo("none")
                  .literalOnly())
          .property(FieldNaming.property())
          .documentation(
              """
              Makes one item of all items: the opposite of **Split out**.

              *Whole items* gives one list of records, `{ "data": [ { … }, { … } ] }`, as many web
              services want it. *Fields* gives one list for each field that you name, `{ "id": [1, 2],
              "name": ["a", "b"] }`.

              Missing and null values are left out, inside of lists too, unless you keep them.

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
    GatheredFiles files = GatheredFiles.of(settings.text("files"));
    Lineage lineage = new Lineage();
    JsonObject record =
        settings.text("mode").equals("fields")
            ? new FieldLists(settings, scale(context.allowance())).of(context, lineage, files)
            : items(context, lineage, files);
    context.output().add(Item.of(record).withBinary(files.all()).pairedTo(lineage.ancestors()));
    return NodeResult.done();
  }

  private JsonObject items(NodeContext context, Lineage lineage, GatheredFiles files)
      throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    FieldNaming naming = FieldNaming.of(settings);
    FieldChoice include = FieldChoice.of(settings, "include", "includeFields", naming);
    boolean skipEmpty = settings.flag("skipEmpty") && !(include instanceof FieldChoice.All);
    List<@Nullable Object> records = new ArrayList<>();
    FieldLists.Scale scale = scale(context.allowance());
    long weight = 0;
    long position = 0;
    for (Item item : context.input()) {
      context.checkInterrupted();
      JsonObject chosen = include.of(item.json());
      if (!skipEmpty || !chosen.isEmpty()) {
        records.add(chosen);
        weight = scale.with(weight, chosen);
        lineage.add(position);
        files.add(item);
      }
      position++;
    }
    return naming
        .path(settings.requiredText("as"))
        .set(JsonObject.empty(), JsonArray.copyOf(records));
  }

  /** Refuses in time what would fill the memory; what others hold goes to disk earlier. */
  private FieldLists.Scale scale(Allowance allowance) {
    return (before, value) -> {
      long more = Long.BYTES + Weight.of(value);
      allowance.hold(more);
      if (before + more > largest) {
        throw new NodeException(
            "The items do not fit into one: together they take more than "
                + (largest >> 20)
                + " MB of memory. Collect fewer fields, or limit or summarize the items first");
      }
      return before + more;
    };
  }
}
