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
import io.concertmaster.node.data.Paired;
import io.concertmaster.nodes.sql.ItemTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings the items of several inputs together. */
public final class Merge implements NodeType {
  private static final int LEAST_INPUTS = 2;
  private static final int MOST_INPUTS = 10;

  /** Up to how many items in all inputs the one empty item knows as its ancestors. */
  private static final int MOST_ANCESTORS = 1_000;

  private static final String[] MANY = {"append", "byPosition", "sql", "choose"};

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
                              "Every item of input 1 with every item of input 2."),
                          new Option("sql", "By SQL", "A query over the tables input1, input2 …"),
                          new Option(
                              "choose",
                              "Wait and choose",
                              "Waits for all inputs and gives the items of one.")))
                  .defaultsTo("append")
                  .literalOnly())
          .property(
              Property.of("inputs", "Inputs", PropertyKind.wholeNumber(LEAST_INPUTS, MOST_INPUTS))
                  .help("How many inputs the node has.")
                  .defaultsTo(LEAST_INPUTS)
                  .literalOnly()
                  .when("mode", (Object[]) MANY))
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
          .property(Keep.JOIN)
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
              Property.of("loose", "Compare loosely", PropertyKind.flag())
                  .help("On: nothing, an empty text and an empty list match; true matches 1 too.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "combineByFields"))
          .property(
              Property.of("dotNotation", "Dots lead into fields", PropertyKind.flag())
                  .help("Off: a name such as `a.b` is one field with a dot in its name.")
                  .defaultsTo(true)
                  .literalOnly()
                  .when("mode", "combineByFields"))
          .property(
              Property.of("aloneLast", "Items without a match come last", PropertyKind.flag())
                  .help("Off: they stay at their place among the items of their input.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "combineByFields"))
          .property(
              Property.of("tellSource", "Say where items come from", PropertyKind.flag())
                  .help("Adds a field `_source` with input1 or input2, where both have items.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("join", "anti", "antiSecond", "antiBoth"))
          .property(
              Property.of(
                      "without",
                      "Items without partner",
                      PropertyKind.choice(
                          Option.of("drop", "Are dropped"),
                          Option.of("keepFirst", "Those of input 1 stay"),
                          Option.of("keep", "Stay")))
                  .defaultsTo("drop")
                  .literalOnly()
                  .when("mode", "byPosition"))
          .property(Combination.CLASH)
          .property(Combination.DEEP)
          .property(Combination.SKIP_EMPTY)
          .property(
              Property.of("query", "Query", new PropertyKind.Code("sql"))
                  .help("SQL over the tables input1, input2 …, as SQLite reads it.")
                  .defaultsTo("SELECT * FROM input1 LEFT JOIN input2 ON input1.id = input2.id")
                  .mandatory()
                  .when("mode", "sql"))
          .property(
              Property.of("confirm", "Give an item when there is no row", PropertyKind.flag())
                  .help("On: a query without result gives one item with success: true.")
                  .defaultsTo(false)
                  .literalOnly()
                  .when("mode", "sql"))
          .property(
              Property.of(
                      "give",
                      "Give",
                      PropertyKind.choice(
                          Option.of("input", "The items of one input"),
                          Option.of("empty", "One empty item")))
                  .defaultsTo("input")
                  .literalOnly()
                  .when("mode", "choose"))
          .property(
              Property.of("from", "Which input", PropertyKind.wholeNumber(1, MOST_INPUTS))
                  .help("Counted from 1.")
                  .defaultsTo(1)
                  .when("give", "input"))
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
              - **By SQL**: each input is a table, each field a column (lists and objects as JSON). For
                what the other ways cannot say; the tables are made in a temporary file for the query
                alone.
              - **Wait and choose**: for branches that must be through before the next node begins.

              The result keeps the order of input 1; items of input 2 that found no match come last.
              Where both sides have a field of the same name, you choose which wins, or every field
              gets the number of its input, `name_1` and `name_2`, whether it clashes or not (fields
              that were matched and have the same name on both sides keep it).

              There may be more items than memory holds.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Port> inputs(JsonObject parameters) {
    Object mode = parameters.get("mode");
    boolean many = mode == null || List.of(MANY).contains(mode);
    return many && parameters.get("inputs") instanceof Number wanted
        ? ports(Math.clamp(wanted.longValue(), LEAST_INPUTS, MOST_INPUTS))
        : DESCRIPTOR.inputs();
  }

  /** A node that waits needs all its inputs; the others make do with one. */
  @Override
  public Set<Integer> requiredInputs(JsonObject parameters) {
    return "choose".equals(parameters.get("mode"))
        ? IntStream.range(0, inputs(parameters).size()).boxed().collect(Collectors.toSet())
        : Set.of();
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
      case "sql" -> "by SQL";
      case "choose" -> "wait and choose";
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
          new SideBySide(context, combination).byPosition(settings.text("without"));
      case "allCombinations" -> new SideBySide(context, combination).everyPair();
      case "combineByFields" -> FieldsJoin.of(context, combination).run();
      case "sql" -> bySql(context, settings);
      case "choose" -> choose(context, settings);
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

  private static void bySql(NodeContext context, Parameters settings)
      throws NodeException, InterruptedException {
    long rows = ItemTables.query(context, settings.requiredText("query"));
    if (rows == 0 && settings.flag("confirm")) {
      context.output().add(Item.of("success", true));
    }
  }

  /** All items of all inputs; none where they are too many. */
  private static List<Paired> all(NodeContext context) {
    List<Paired> all = new ArrayList<>();
    for (int input = 0; input < context.inputCount(); input++) {
      long size = context.input(input).size();
      if (all.size() + size > MOST_ANCESTORS) {
        return List.of();
      }
      for (long position = 0; position < size; position++) {
        all.add(new Paired(position, input));
      }
    }
    return all;
  }

  private static void choose(NodeContext context, Parameters settings)
      throws NodeException, InterruptedException {
    if (settings.text("give").equals("empty")) {
      context.output().add(Item.of(JsonObject.empty()).pairedTo(all(context)));
      return;
    }
    int input = (int) settings.wholeNumber("from") - 1;
    if (input < 0 || input >= context.inputCount()) {
      throw new NodeException("There is no input " + (input + 1)).atProperty("from");
    }
    long position = 0;
    for (Item item : context.input(input)) {
      context.output().add(item.pairedTo(position++, input));
    }
  }
}
