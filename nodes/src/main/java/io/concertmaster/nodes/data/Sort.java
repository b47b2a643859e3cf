package io.concertmaster.nodes.data;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import io.concertmaster.nodes.spill.ExternalSort;

/** Puts items in order. */
public final class Sort implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.sort", "Sort")
          .summary("Puts items in order")
          .family(Family.DATA)
          .icon("mdomz-sort")
          .keywords("order", "rank", "ascending", "descending", "arrange")
          .property(
              Property.of(
                      "order",
                      "Order",
                      PropertyKind.choice(
                          Option.of("keys", "By fields"), Option.of("random", "By chance")))
                  .defaultsTo("keys")
                  .literalOnly())
          .property(
              Property.of(
                      "keys",
                      "Sort by",
                      PropertyKind.entries(
                          "key",
                          Property.of("field", "Field", new PropertyKind.FieldName())
                              .help("Dots lead into fields.")
                              .mandatory(),
                          Property.of(
                                  "order",
                                  "Order",
                                  PropertyKind.choice(
                                      Option.of("asc", "Ascending"),
                                      Option.of("desc", "Descending")))
                              .defaultsTo("asc"),
                          Property.of(
                                  "as",
                                  "Compare as",
                                  PropertyKind.choice(
                                      new Option(
                                          "natural",
                                          "What they are",
                                          "Numbers by value, texts by the alphabet."),
                                      new Option(
                                          "number",
                                          "Numbers",
                                          "Texts that look like numbers count as numbers."),
                                      new Option(
                                          "text", "Texts", "Everything as it would be written.")))
                              .defaultsTo("natural")))
                  .help("Items that are equal by the first key are ordered by the next.")
                  .mandatory()
                  .when("order", "keys"))
          .property(
              Property.of("ignoreCase", "Ignore upper and lower case", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly()
                  .when("order", "keys"))
          .property(
              Property.of("mustExist", "A field that no item has is an error", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly()
                  .when("order", "keys"))
          .property(FieldNaming.property())
          .documentation(
              """
              Puts the items in the order of one or more fields.

              Numbers come by value, then texts by the alphabet, then false and true, lists and
              objects. Items without the field come last, ascending and descending alike. Items that
              are equal stay in the order in which they came.

              A column of a CSV file holds texts: `"10"` comes before `"9"`. Choose *Compare as
              numbers* for it. *Ignore upper and lower case* puts `apple` beside `Apple`.

              *By chance* shuffles the items.

              There may be more items than memory holds: the sort goes over the disk then.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("keys") instanceof JsonArray keys
            && !keys.isEmpty()
            && keys.get(0) instanceof JsonObject first
        ? "by "
            + Caption.of(first.get("field"))
            + ("desc".equals(first.get("order")) ? " ↓" : "")
            + (keys.size() > 1 ? " …" : "")
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    if (context.parameters().text("order").equals("random")) {
      Shuffle.of(context).drainTo(context.output());
      return NodeResult.done();
    }
    SortKeys keys = SortKeys.of(context.parameters());
    Presence presence = Presence.of(context.parameters(), keys.fields());
    ExternalSort sort = new ExternalSort(context, keys.orders(), keys::take);
    long position = 0;
    for (Item item : context.input()) {
      presence.see(item.json());
      sort.add(item.pairedTo(position++, 0));
    }
    presence.complain();
    sort.drainTo(context.output());
    return NodeResult.done();
  }
}
