package io.concertmaster.nodes.flow;

import io.concertmaster.node.EachItem;
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
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import io.concertmaster.nodes.condition.Conditions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends items one of many ways. */
public final class Switch implements NodeType {
  private static final int MOST_OUTPUTS = 1000;

  private static final Property NAME =
      Property.of("name", "Name", PropertyKind.text())
          .help("The name of the output on the canvas.")
          .literalOnly();

  private static final Property OUTPUT =
      Property.of("output", "Output", PropertyKind.wholeNumber(0, MOST_OUTPUTS - 1))
          .help("Which output instead of its own, counted from 0; needs Number of outputs.")
          .literalOnly();

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.switch", "Switch")
          .summary("Sends items one of many ways")
          .family(Family.FLOW)
          .icon("mdoal-alt_route")
          .outputs()
          .keywords("route", "case", "branch", "router", "choice", "gateway")
          .property(
              Property.of(
                      "mode",
                      "Decide by",
                      PropertyKind.choice(
                          Option.of("rules", "Rules with conditions"),
                          Option.of("value", "One value and its cases"),
                          Option.of("number", "The number of an output")))
                  .defaultsTo("rules")
                  .literalOnly())
          .property(
              Property.of(
                      "rules",
                      "Rules",
                      PropertyKind.entries(
                          "rule", NAME, Conditions.CONDITIONS, Conditions.MATCH, OUTPUT))
                  .help("Each rule has an output of its own, in this order.")
                  .mandatory()
                  .when("mode", "rules"))
          .property(
              Property.of("value", "Value", new PropertyKind.Data())
                  .help("What to look at, such as {{ $json.country }}.")
                  .mandatory()
                  .when("mode", "value"))
          .property(
              Property.of(
                      "cases",
                      "Cases",
                      PropertyKind.entries(
                          "case",
                          NAME,
                          Property.of("equals", "Is equal to", new PropertyKind.Data())
                              .help("The value that leads to this output.")
                              .mandatory()))
                  .help("Each case has an output of its own, in this order.")
                  .mandatory()
                  .when("mode", "value"))
          .property(
              Property.of("number", "Number", new PropertyKind.Data())
                  .help("The output for the item, counted from 0: an expression as a rule.")
                  .defaultsTo(0)
                  .mandatory()
                  .when("mode", "number"))
          .property(
              Property.of("outputs", "Number of outputs", PropertyKind.wholeNumber(1, MOST_OUTPUTS))
                  .help("Empty: as many as there are rules or cases.")
                  .literalOnly()
                  .when("mode", "rules", "number"))
          .property(
              Property.of(
                      "send",
                      "Send each item to",
                      PropertyKind.choice(
                          Option.of("first", "The first output that fits"),
                          Option.of("all", "All outputs that fit")))
                  .defaultsTo("first")
                  .literalOnly()
                  .when("mode", "rules", "value"))
          .property(
              Property.of(
                      "fallback",
                      "Items that fit nowhere",
                      PropertyKind.choice(
                          Option.of("none", "Are dropped"),
                          Option.of("output", "Leave by an output of their own"),
                          Option.of("existing", "Leave by one of the outputs")))
                  .defaultsTo("none")
                  .literalOnly()
                  .when("mode", "rules", "value"))
          .property(
              Property.of("fallbackTo", "Which one", PropertyKind.wholeNumber(0, MOST_OUTPUTS - 1))
                  .help("Counted from 0.")
                  .defaultsTo(0)
                  .literalOnly()
                  .when("fallback", "existing"))
          .property(
              Property.of("fallbackName", "Name of that output", PropertyKind.text("Otherwise"))
                  .help("What it is called on the canvas.")
                  .literalOnly()
                  .when("fallback", "output"))
          .property(Conditions.IGNORE_CASE)
          .property(Conditions.MISSING)
          .property(Conditions.TYPES)
          .documentation(
              """
              Looks at one item after the other and sends it to the output whose rule it meets. The
              outputs are called `rule1`, `rule2` … in files, and by the rules' names on the canvas;
              with *Leave by an output of their own* there is one more, `fallback`.

              **Rules** are conditions as in **If**, tried from the top. **One value and its cases**
              is shorter where a single field decides: the value `{{ $json.country }}` with the
              cases `NL`, `DE` and `FR`. **The number of an output** takes an expression that counts the
              outputs from 0.

              An item goes to the first output that fits, or to all of them. With *Number of outputs*
              set, several rules can lead to the same output.

              """
                  + Conditions.RULES)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Port> outputs(JsonObject parameters) {
    List<Port> ports = new ArrayList<>();
    String key = byValue(parameters) ? "cases" : "rules";
    JsonArray ways =
        parameters.get(key) instanceof JsonArray list && !byNumber(parameters)
            ? list
            : JsonArray.empty();
    int count = count(parameters, ways.size());
    boolean own = count == ways.size();
    for (int number = 1; number <= count; number++) {
      ports.add(new Port("rule" + number, own ? label(ways.get(number - 1), number) : "" + number));
    }
    if (hasFallback(parameters)) {
      String name = parameters.get("fallbackName") instanceof String text ? text : "";
      ports.add(new Port("fallback", name.isBlank() ? "Otherwise" : name));
    }
    return List.copyOf(ports);
  }

  private static int count(JsonObject parameters, int ways) {
    return parameters.get("outputs") instanceof Number wanted && !byValue(parameters)
        ? Math.clamp(wanted.longValue(), 1, MOST_OUTPUTS)
        : byNumber(parameters) ? 1 : ways;
  }

  private static boolean hasFallback(JsonObject parameters) {
    return "output".equals(parameters.get("fallback")) && !byNumber(parameters);
  }

  private static boolean byNumber(JsonObject parameters) {
    return "number".equals(parameters.get("mode"));
  }

  private static boolean byValue(JsonObject parameters) {
    return "value".equals(parameters.get("mode"));
  }

  private static String label(@Nullable Object way, int number) {
    if (way instanceof JsonObject parts) {
      String name = Caption.of(parts.get("name"));
      if (!name.isBlank()) {
        return name;
      }
      if (parts.containsKey("equals")) {
        return Caption.of(parts.get("equals"));
      }
    }
    return Integer.toString(number);
  }

  @Override
  public String caption(JsonObject parameters) {
    String key = byValue(parameters) ? "value" : byNumber(parameters) ? "number" : "";
    return key.isEmpty() ? "" : "by " + Caption.of(parameters.get(key));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    String mode = settings.text("mode");
    Ways ways =
        switch (mode) {
          case "value" -> new Ways.Cases(Conditions.of(context));
          case "number" -> new Ways.ByNumber();
          default -> new Ways.Rules(Conditions.of(context));
        };
    String otherwise = mode.equals("number") ? "none" : settings.text("fallback");
    boolean own = otherwise.equals("output");
    boolean all = settings.text("send").equals("all");
    int outputs = context.outputCount() - (own ? 1 : 0);
    int fallback = otherwise.equals("existing") ? (int) settings.wholeNumber("fallbackTo") : -1;
    if (fallback >= outputs) {
      throw new NodeException("There is no output " + fallback + ": they are 0 to " + (outputs - 1))
          .atProperty("fallbackTo");
    }
    int last = own ? outputs : fallback;
    EachItem.of(
        context,
        (item, position) -> {
          List<Integer> fitting =
              ways.of(context.parameters(item, position), outputs, all ? outputs : 1);
          Item sent = item.pairedTo(position, 0);
          for (int output : fitting) {
            context.output(output).add(sent);
          }
          if (fitting.isEmpty() && last >= 0) {
            context.output(last).add(sent);
          }
        });
    return NodeResult.done();
  }
}
