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
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.JsonArray;
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
                  .help("Dots lead into fields.")
                  .mandatory()
                  .literalOnly())
          .property(
              FieldChoice.choice("include", "Other fields to keep", "none")
                  .help("Which other fields of the item go along with each element."))
          .property(FieldChoice.names("includeFields", "include"))
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("Where each element goes; empty: under the list's own name.")
                  .literalOnly())
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

              A value that is no list counts as a list of one. An item whose field is missing or
              whose list is empty gives nothing.
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
    Parameters settings = context.parameters();
    FieldPath field = FieldPath.of(settings.requiredText("field"));
    FieldChoice include = FieldChoice.of(settings, "include", "includeFields");
    boolean alone = include instanceof FieldChoice.None;
    String as = settings.text("as");
    FieldPath target = !as.isEmpty() ? FieldPath.of(as) : alone ? last(field) : field;
    boolean objectsAreItems = alone && as.isEmpty();
    EachItem.of(
        context,
        (item, position) -> {
          Object value = field.get(item.json());
          JsonArray elements =
              switch (value) {
                case null -> JsonArray.empty();
                case JsonArray list -> list;
                default -> JsonArray.of(value);
              };
          JsonObject others = field.remove(include.of(item.json()));
          for (Object element : elements) {
            JsonObject record =
                objectsAreItems && element instanceof JsonObject object
                    ? object
                    : target.set(others, element);
            context.output().add(item.withJson(record).pairedTo(position, 0));
          }
        });
    return NodeResult.done();
  }

  private static FieldPath last(FieldPath field) {
    return FieldPath.ofName(field.lastName());
  }
}
