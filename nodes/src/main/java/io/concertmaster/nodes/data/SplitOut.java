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
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;

/** Makes one item of each element of a list. */
public final class SplitOut implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.splitOut", "Split out")
          .summary("Makes one item of each element of a list")
          .family(Family.DATA)
          .icon("mdomz-unfold_more")
          .keywords("explode", "unnest", "flatten", "list", "array", "rows", "each")
          .property(
              Property.of("field", "Field with the list", new PropertyKind.FieldName())
                  .help("Dots lead into fields. Several, with commas, are split side by side.")
                  .mandatory())
          .property(
              FieldChoice.choice("include", "Other fields to keep", "none")
                  .help("Which other fields of the item go along with each element."))
          .property(FieldChoice.names("includeFields", "include"))
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help(
                      "Where each element goes; empty: under the list's own name. As many names as"
                          + " lists."))
          .property(
              Property.of(
                      "noList",
                      "A value that is no list",
                      PropertyKind.choice(
                          Option.of("one", "Counts as a list of one"),
                          Option.of("values", "Of an object, each value; else a list of one"),
                          Option.of("objects", "Of an object, each value; else an error"),
                          Option.of("error", "Is an error")))
                  .defaultsTo("one")
                  .literalOnly())
          .property(
              Property.of("mustExist", "A missing field is an error", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("keepFiles", "Keep the item's files", PropertyKind.flag())
                  .help("Each element gets the files of the item it came from.")
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of("wholeNames", "Results go under whole names", PropertyKind.flag())
                  .help("A result named `a.b` is one field with a dot in its name then.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(FieldNaming.property())
          .documentation(
              """
              Takes the list in a field and sends on one item for each element. An order with three
              `lines` becomes three items.

              Without other fields, an element that is an object becomes the item itself; anything
              else goes into a field with the list's name, or the one you choose. With other fields,
              the element always goes into that field, beside them:

              ```json
              { "id": 7, "lines": [ { "sku": "a" }, { "sku": "b" } ] }
              ```

              with all other fields and into `line` becomes

              ```json
              { "id": 7, "line": { "sku": "a" } }
              { "id": 7, "line": { "sku": "b" } }
              ```

              Several lists, with commas between their names, are split side by side: the first
              item gets the first element of each, and so on. Every element has a field of its own
              then. The name `$files` stands for the files of the item: one item for each.

              A value that is no list counts as a list of one, unless you choose otherwise. An item
              whose field is missing or whose list is empty gives nothing.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return Caption.of(parameters.get("field"));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Splitting shared = Splitting.of(context.parameters());
    long position = 0;
    for (Item item : context.input()) {
      long from = position++;
      try {
        shared
            .with(context.parameters(item, from))
            .split(item, made -> context.output().add(made.pairedTo(from, 0)));
      } catch (NodeException e) {
        throw e.atItem(from);
      }
    }
    return NodeResult.done();
  }
}
