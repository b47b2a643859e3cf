package io.concertmaster.nodes.data;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** What {@link CompareDatasets} looks like. */
final class CompareFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.compareDatasets", "Compare datasets")
          .summary("Says what two lists have in common and where they differ")
          .family(Family.DATA)
          .icon("mdoal-compare")
          .inputs(new Port("a", "Input A"), new Port("b", "Input B"))
          .outputs(
              new Port("onlyA", "In A only"),
              new Port("same", "Same"),
              new Port("different", "Different"),
              new Port("onlyB", "In B only"))
          .keywords("diff", "changes", "sync", "delta", "reconcile", "match")
          .property(
              Property.of(
                      "fields",
                      "Fields to match",
                      PropertyKind.entries(
                          "pair",
                          Property.of("first", "Field of A", new PropertyKind.FieldName())
                              .help("What tells which items belong together, such as a number.")
                              .mandatory(),
                          Property.of("second", "Field of B", new PropertyKind.FieldName())
                              .help("Empty: of the same name.")))
                  .help("Items belong together when all of these have the same values.")
                  .mandatory())
          .property(
              Property.of(
                      "different",
                      "Where they differ, give",
                      PropertyKind.choice(
                          Option.of("both", "Both sides, field by field"),
                          Option.of("preferA", "The item of A"),
                          Option.of("preferB", "The item of B"),
                          Option.of("mix", "A mix of both")))
                  .defaultsTo("both")
                  .literalOnly())
          .property(
              Property.of(
                      "mixFrom",
                      "Take fields from",
                      PropertyKind.choice(Option.of("a", "A"), Option.of("b", "B")))
                  .defaultsTo("a")
                  .literalOnly()
                  .when("different", "mix"))
          .property(
              Property.of("mixExcept", "But these from the other", new PropertyKind.FieldNames())
                  .help("Names of fields; dots lead into fields.")
                  .when("different", "mix"))
          .property(
              Property.of("skip", "Fields not to compare", new PropertyKind.FieldNames())
                  .help("Such as a time of change; dots lead into fields."))
          .property(
              Property.of(
                      "matches",
                      "Several matches",
                      PropertyKind.choice(
                          Option.of("first", "Only the first of B counts"),
                          Option.of("all", "Each pair is compared")))
                  .defaultsTo("first")
                  .literalOnly())
          .property(
              Property.of("loose", "Compare loosely", PropertyKind.flag())
                  .help("On: 17 and “17” are the same; nothing, no text and an empty list too.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("missingIsEmpty", "A missing field is empty", PropertyKind.flag())
                  .help("Whether a field that one side lacks is the same as an empty one.")
                  .defaultsTo(true)
                  .literalOnly()
                  .when("loose", true))
          .property(
              Property.of("zeroIsEmpty", "Nothing is 0", PropertyKind.flag())
                  .help("Whether nothing is the same as 0.")
                  .defaultsTo(true)
                  .literalOnly()
                  .when("loose", true))
          .property(
              Property.of("dotNotation", "Dots lead into fields", PropertyKind.flag())
                  .help("Off: a name such as `a.b` is one field with a dot in its name.")
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of(
                      "names",
                      "Call the sides",
                      PropertyKind.choice(
                          Option.of("letters", "inputA and inputB"),
                          Option.of("numbers", "input1 and input2")))
                  .defaultsTo("letters")
                  .literalOnly()
                  .when("different", "both"))
          .documentation(
              """
              Waits for both inputs, finds the items that belong together by the fields you name, and
              sends each by one of four outputs:

              - **In A only**: items of A without a match in B.
              - **Same**: items of A whose match is the same in all fields.
              - **Different**: pairs that differ. With *Both sides* each becomes
                `{"keys": {"id": 1}, "same": {…}, "different": {"price": {"inputA": 5, "inputB": 6}}}`.
              - **In B only**: items of B without a match in A.

              To bring a shop's prices up to date, put the new list at A and the old one at B, match by
              `sku`, insert what comes from **In A only**, update what comes from **Different** and
              delete what comes from **In B only**.

              There may be more items than memory holds; their order in an output is then that of the
              parts of B that were looked at together.
              """)
          .build();

  private CompareFace() {}
}
