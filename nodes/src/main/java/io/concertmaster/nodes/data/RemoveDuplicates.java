package io.concertmaster.nodes.data;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Output;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.FieldPath;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;

/** Keeps the first of equal items. */
public final class RemoveDuplicates implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.removeDuplicates", "Remove duplicates")
          .summary("Keeps the first of items that are equal")
          .family(Family.DATA)
          .icon("mdoal-layers_clear")
          .keywords("distinct", "unique", "dedupe", "same", "repeat")
          .property(
              Property.of(
                      "compare",
                      "Compare",
                      PropertyKind.choice(
                          Option.of("all", "All fields"),
                          Option.of("selected", "Selected fields"),
                          Option.of("except", "All fields except…")))
                  .defaultsTo("all")
                  .literalOnly())
          .property(FieldChoice.names("fields", "compare"))
          .property(
              Property.of("removeOthers", "Remove the other fields", PropertyKind.flag())
                  .help("Items go on with the compared fields only.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("compare", "selected", "except"))
          .property(
              Property.of("mustExist", "A missing field is an error", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly()
                  .when("compare", "selected"))
          .property(FieldAgreement.property())
          .property(FieldNaming.property())
          .documentation(
              """
              Sends on every item that is not equal to one before it, in their order. Two items are
              equal when the fields that you compare are: numbers by value (`1` and `1.0`), texts
              letter by letter, lists and objects by their content. A field that is missing counts
              like one that is null. *Types of a field's values* makes it an error when `1` and `"1"`
              meet in one field, so that they are not taken for different by mistake.

              To keep the newest of each customer's orders, **Sort** by date, descending, and compare
              the field `customer`.

              There may be more items than memory holds.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return "selected".equals(parameters.get("compare"))
            && parameters.get("fields") instanceof JsonArray fields
        ? "by " + String.join(", ", fields.stream().map(String::valueOf).toList())
        : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    FieldNaming naming = FieldNaming.of(settings);
    FieldChoice choice = FieldChoice.of(settings, "compare", "fields", naming);
    boolean removeOthers = settings.flag("removeOthers");
    Output output = context.output();
    Optional<FieldAgreement> agreement = FieldAgreement.of(settings, choice, naming);
    if (agreement.isPresent()) {
      long position = 0;
      for (Item item : context.input()) {
        context.checkInterrupted();
        agreement.get().see(item, position++);
      }
    }
    new FirstOfEach(context, record -> compared(choice, record))
        .writeTo(item -> output.add(removeOthers ? item.withJson(choice.of(item.json())) : item));
    return NodeResult.done();
  }

  /** What of a record is compared: single values rather than a record made of them. */
  private static Object compared(FieldChoice choice, JsonObject record) {
    return choice instanceof FieldChoice.Only only
        ? JsonArray.ofValues(
            only.fields().stream().map((FieldPath field) -> field.get(record)).toArray())
        : choice.of(record);
  }
}
