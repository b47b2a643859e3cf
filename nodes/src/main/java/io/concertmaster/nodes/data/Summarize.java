package io.concertmaster.nodes.data;

import io.concertmaster.node.EachItem;
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
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.spill.Weight;
import java.util.List;

/** Groups items and works out counts, sums and the like for each group. */
public final class Summarize implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.summarize", "Summarize")
          .summary("Groups items; counts, sums and averages them")
          .family(Family.DATA)
          .icon("mdoal-functions")
          .keywords("group by", "pivot", "total", "statistics", "count", "sum", "average", "max")
          .property(
              Property.of("groupBy", "Group by", new PropertyKind.FieldNames())
                  .help(
                      "One result for each combination of values; none: one result for all items."))
          .property(
              Property.of(
                      "calculate",
                      "Calculate",
                      PropertyKind.entries(
                          "calculation",
                          Property.of(
                                  "operation",
                                  "What",
                                  PropertyKind.choice(Calculation.Operation.options()))
                              .defaultsTo("count"),
                          Property.of("field", "Of field", new PropertyKind.FieldName())
                              .help("Whose values; only a count of items needs none."),
                          Property.of("as", "Into field", new PropertyKind.FieldName())
                              .help("Empty: a name made of both, such as `sum_total`."),
                          Property.of("separator", "Between texts", PropertyKind.text())
                              .defaultsTo(", ")
                              .when("operation", "concatenate"),
                          Property.of("keepEmpty", "Missing ones count too", PropertyKind.flag())
                              .help("Missing, null and empty values are taken like any other.")
                              .defaultsTo(false)
                              .when("operation", "count", "countUnique", "append", "concatenate")))
                  .help("What to work out for each group.")
                  .mandatory())
          .property(
              Property.of("skipEmpty", "Empty texts count as missing", PropertyKind.flag())
                  .help("Empty cells of a table are left out then.")
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of(
                      "texts",
                      "Texts that look like numbers",
                      PropertyKind.choice(
                          Option.of("numbers", "Count as numbers; other texts are an error"),
                          Option.of("texts", "Are texts; sums leave texts out")))
                  .defaultsTo("numbers")
                  .literalOnly())
          .property(
              Property.of(
                      "result",
                      "Result",
                      PropertyKind.choice(
                          Option.of("items", "An item for each group"),
                          Option.of("one", "One item with an object for each group")))
                  .defaultsTo("items")
                  .literalOnly())
          .property(
              Property.of("skipEmptyGroups", "Leave out items without a group", PropertyKind.flag())
                  .help("Where a field to group by is missing, null, empty or false.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of(
                      "groupValues",
                      "Values to group by",
                      PropertyKind.choice(
                          Option.of("same", "As they are"),
                          Option.of("json", "Lists and objects as JSON texts"),
                          Option.of("names", "As names: texts with _ for blanks and dots")))
                  .defaultsTo("same")
                  .literalOnly())
          .property(
              Property.of("flatNames", "Group fields without dots", PropertyKind.flag())
                  .help("`customer.city` becomes `customer_city`.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("mustExist", "A field that no item has is an error", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly())
          .property(FieldNaming.property())
          .documentation(
              """
              Makes one item of each group of items: the fields that it was grouped by, and what was
              worked out. Orders grouped by `country`, with *Count* and *Sum* of `total`, become

              ```json
              { "country": "NL", "count": 12, "sum_total": 1840.5 }
              { "country": "DE", "count": 7, "sum_total": 912 }
              ```

              The groups come in the order in which they first show, those with the same value of the
              first field together. Values that are missing are left out of every calculation, unless
              you want them; *Count* without a field counts the items themselves. For
              *Sum* and *Average*, texts that look like numbers count as numbers, and any other text
              is an error of its item. *Smallest* and *Largest* take numbers by value and texts by
              the alphabet, dates as `2026-11-24` too. *First* and *Last value* skip missing ones.

              *One item* holds the groups by their values: `{ "NL": { "count": 12 }, "DE": … }`; of
              several fields, an object for each value of the first, and so on. It has to fit memory.

              There may be more groups than memory holds. A list of values or a joined text is one
              value, though, and has to fit. A result knows the items it came from as long as they
              are not more than 100.
              """)
          .build();

  private final long largest;

  public Summarize() {
    this(Weight.largestValue());
  }

  /** A summary one group of which may take so many bytes. */
  Summarize(long largest) {
    this.largest = largest;
  }

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("groupBy") instanceof JsonArray fields && !fields.isEmpty()
        ? "by " + String.join(", ", fields.stream().map(String::valueOf).toList())
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    FieldNaming naming = FieldNaming.of(settings);
    Grouping by = Grouping.of(settings, naming);
    List<Calculation> calculations = Calculation.of(settings, naming);
    Presence presence =
        Presence.of(
            settings, calculations.stream().flatMap(each -> each.field().stream()).toList());
    Groups groups = new Groups(context, by, calculations, largest);
    EachItem.of(
        context,
        (item, position) -> {
          presence.see(item.json());
          groups.add(item.json(), position);
        });
    presence.complain();
    if (settings.text("result").equals("one")) {
      groups.drainTo(context.output(), new GroupTree());
    } else {
      groups.drainTo(context.output());
    }
    return NodeResult.done();
  }
}
