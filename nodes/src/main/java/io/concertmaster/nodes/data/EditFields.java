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
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;

/** Sets, changes and removes fields of each item. */
public final class EditFields implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.editFields", "Edit fields")
          .summary("Sets, changes, renames and removes fields")
          .family(Family.DATA)
          .icon("mdoal-edit")
          .keywords("set", "map", "rename", "remove", "transform", "assign", "column", "convert")
          .property(
              Property.of(
                      "mode",
                      "Mode",
                      PropertyKind.choice(
                          Option.of("fields", "Field by field"),
                          Option.of("json", "One JSON object")))
                  .defaultsTo("fields")
                  .literalOnly())
          .property(
              Property.of(
                      "fields",
                      "Fields",
                      PropertyKind.entries(
                          "field",
                          Property.of("name", "Name", new PropertyKind.FieldName())
                              .help("Dots make objects: `customer.city` sets a field inside.")
                              .mandatory(),
                          Property.of("type", "Type", PropertyKind.choice(FieldType.options()))
                              .help("Makes the value fit this type; what does not fit fails.")
                              .defaultsTo("auto")
                              .literalOnly(),
                          Property.of("value", "Value", new PropertyKind.Data())
                              .help("A fixed value, or an expression such as {{ $json.total }}.")))
                  .help("The fields to set, in this order.")
                  .when("mode", "fields"))
          .property(
              Property.of("json", "JSON", new PropertyKind.Code("json"))
                  .help("An object; its fields are set on the item.")
                  .mandatory()
                  .when("mode", "json"))
          .property(
              FieldChoice.choice("keep", "Keep from the input", "all")
                  .help("Which fields of the input stay beside the ones set here."))
          .property(FieldChoice.names("keepFields", "keep"))
          .property(
              Property.of("dotNotation", "Dots make objects", PropertyKind.flag())
                  .help("Off: a name such as `a.b` is one field with a dot in its name.")
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of("keepFiles", "Keep files", PropertyKind.flag())
                  .help("Whether files that travel with the item go on.")
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of(
                      "misfits",
                      "Values that do not fit",
                      PropertyKind.choice(
                          Option.of("error", "The item fails"),
                          Option.of("keep", "Stay as they are")))
                  .help("What becomes of a value that cannot be made its field's type.")
                  .defaultsTo("error")
                  .literalOnly()
                  .when("mode", "fields"))
          .property(
              Property.of("copies", "Further copies", PropertyKind.wholeNumber(0, 10_000))
                  .help("How often each item is given once more: many items for a test.")
                  .defaultsTo(0)
                  .literalOnly())
          .documentation(
              """
              Sets fields of every item. A field that is there already is changed in its place, a new
              one goes to the end. Values are fixed or expressions:

              | name | type | value |
              | --- | --- | --- |
              | `total` | Number | `{{ $json.price * $json.pieces }}` |
              | `customer.city` | Text | `{{ $json.town }}` |

              All expressions see the item as it came in, not the fields set above them.

              With **Keep from the input** you choose which other fields stay. To drop a field, keep
              all fields except it; to rename one, set the new name and drop the old one; to keep a
              few, keep none and set those.

              **Type** turns values into what you need: text `"12"` into the number `12`, a text with
              JSON into a list or an object. A value that does not fit is an error of its item, unless you
              let it stay. *As it is* changes nothing.

              In the mode **One JSON object** the whole object is written at once, as JSON with
              expressions in it, or as one expression that gives an object.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("fields") instanceof JsonArray fields
        ? fields.stream()
            .filter(Map.class::isInstance)
            .map(field -> String.valueOf(((Map<?, ?>) field).get("name")))
            .limit(4)
            .collect(Collectors.joining(", "))
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    FieldChoice keep =
        FieldChoice.of(
            settings, "keep", "keepFields", new FieldNaming(settings.flag("dotNotation")));
    FieldEdits edits =
        settings.text("mode").equals("json")
            ? new FieldEdits.Whole()
            : new FieldEdits.OneByOne(
                settings.flag("dotNotation"), settings.text("misfits").equals("keep"));
    long copies = settings.wholeNumber("copies");
    boolean keepFiles = settings.flag("keepFiles");
    EachItem.of(
        context,
        (item, position) -> {
          JsonObject record = edits.apply(keep.of(item.json()), context.parameters(item, position));
          Item edited = item.withJson(record).pairedTo(position, 0);
          Item sent = keepFiles ? edited : edited.withBinary(Map.of());
          for (long copy = 0; copy <= copies; copy++) {
            context.output().add(sent);
          }
        });
    return NodeResult.done();
  }
}
