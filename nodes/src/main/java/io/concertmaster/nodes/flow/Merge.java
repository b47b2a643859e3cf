package io.concertmaster.nodes.flow;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.spill.Weight;
import java.util.List;
import java.util.stream.IntStream;

/** Brings the items of several inputs together. */
public final class Merge implements NodeType {
  private static final int LEAST_INPUTS = 2;
  private static final int MOST_INPUTS = 10;

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.merge", "Merge")
          .summary("Brings the items of several inputs together")
          .family(Family.FLOW)
          .icon("mdoal-call_merge")
          .inputs(ports(LEAST_INPUTS).toArray(Port[]::new))
          .keywords("join", "combine", "union", "append", "lookup", "enrich", "concat", "vlookup")
          .property(
              Property.of(
                      "mode",
                      "How",
                      PropertyKind.choice(
                          new Option("append", "Append", "One list after the other."),
                          new Option(
                              "combineByFields",
                              "Combine by fields",
                              "Items of input 1 with those of input 2 that have the same values."),
                          new Option(
                              "byPosition",
                              "Combine by position",
                              "The first with the first, the second with the second …"),
                          new Option(
                              "allCombinations",
                              "All combinations",
                              "Every item of input 1 with every item of input 2.")))
                  .defaultsTo("append")
                  .literalOnly())
          .property(
              Property.of("inputs", "Inputs", PropertyKind.wholeNumber(LEAST_INPUTS, MOST_INPUTS))
                  .help("How many inputs the node has.")
                  .defaultsTo(LEAST_INPUTS)
                  .literalOnly()
                  .when("mode", "append", "byPosition"))
          .property(
              Property.of(
                      "fields",
                      "Fields to match",
                      PropertyKind.entries(
                          "pair",
                          Property.of("first", "Field of input 1", new PropertyKind.FieldName())
                              .help("Dots lead into fields.")
                              .mandatory(),
                          Property.of("second", "Field of input 2", new PropertyKind.FieldName())
                              .help("Empty: of the same name.")))
                  .help("Items match when all of these have the same values.")
                  .mandatory()
                  .when("mode", "combineByFields"))
          .property(
              Property.of(
                      "join",
                      "Keep",
                      PropertyKind.choice(
                          Option.of("inner", "Matches only"),
                          Option.of("left", "All of input 1, with matches where there are"),
                          Option.of("outer", "All of both, with matches where there are"),
                          Option.of("anti", "Items of input 1 without a match only")))
                  .defaultsTo("inner")
                  .literalOnly()
                  .when("mode", "combineByFields"))
          .property(
              Property.of(
                      "matches",
                      "Several matches",
                      PropertyKind.choice(
                          Option.of("all", "Give an item for each"),
                          Option.of("first", "Only the first of input 2 counts")))
                  .defaultsTo("all")
                  .literalOnly()
                  .when("mode", "combineByFields"))
          .property(
              Property.of("strictTypes", "Tell numbers from texts", PropertyKind.flag())
                  .help("Off: the number 17 and the text “17” match.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "combineByFields"))
          .property(
              Property.of("unpaired", "Keep items without partner", PropertyKind.flag())
                  .help("On: goes on until the longest input ends, not the shortest.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "byPosition"))
          .property(Combination.CLASH)
          .documentation(
              """
              Waits until all inputs have their items and sends one list on.

              - **Append**: the items of input 1, then those of input 2, and so on.
              - **Combine by fields**: what databases call a join. Orders at input 1 with `customer`,
                customers at input 2 with `id`: match `customer` with `id`, and each order gets the
                fields of its customer. You choose what happens to items without a match, and where
                several match. An item that lacks one of the fields matches nothing.
              - **Combine by position**: the first item of each input together, then the second.
              - **All combinations**: every item of input 1 with every item of input 2.

              The result keeps the order of input 1; items of input 2 that found no match come last.
              Where both sides have a field of the same name, you choose which wins, or every field
              gets the number of its input, `name_1` and `name_2`, whether it clashes or not (fields
              that were matched and have the same name on both sides keep it).

              There may be more items than memory holds.
              """)
          .build();

  private final long allowance;

  public Merge() {
    this(Weight.allowance());
  }

  /** A node that holds so many bytes in memory. */
  Merge(long allowance) {
    this.allowance = allowance;
  }

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Port> inputs(JsonObject parameters) {
    Object mode = parameters.get("mode");
    boolean many = mode == null || mode.equals("append") || mode.equals("byPosition");
    return many && parameters.get("inputs") instanceof Number wanted
        ? ports(Math.clamp(wanted.longValue(), LEAST_INPUTS, MOST_INPUTS))
        : DESCRIPTOR.inputs();
  }

  private static List<Port> ports(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> new Port("input" + number, "Input " + number))
        .toList();
  }

  @Override
  public String caption(JsonObject parameters) {
    String mode = parameters.get("mode") instanceof String text ? text : "append";
    return switch (mode) {
      case "combineByFields" -> "combine by fields";
      case "byPosition" -> "combine by position";
      case "allCombinations" -> "all combinations";
      default -> "append";
    };
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    Combination combination = Combination.of(settings);
    switch (settings.text("mode")) {
      case "append" -> append(context);
      case "byPosition" ->
          new SideBySide(context, combination).byPosition(settings.flag("unpaired"));
      case "allCombinations" -> new SideBySide(context, combination).everyPair(allowance);
      case "combineByFields" -> FieldsJoin.of(context, combination, allowance).run();
      case String other ->
          throw new NodeException("“" + other + "” is not a way to merge").atProperty("mode");
    }
    return NodeResult.done();
  }

  private static void append(NodeContext context) throws NodeException, InterruptedException {
    for (int input = 0; input < context.inputCount(); input++) {
      long position = 0;
      for (Item item : context.input(input)) {
        context.output().add(item.pairedTo(position++, input));
      }
    }
  }
}
