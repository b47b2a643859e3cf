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
  private static final Property NAME =
      Property.of("name", "Name", PropertyKind.text())
          .help("The name of the output on the canvas.")
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
                          Option.of("value", "One value and its cases")))
                  .defaultsTo("rules")
                  .literalOnly())
          .property(
              Property.of(
                      "rules",
                      "Rules",
                      PropertyKind.entries("rule", NAME, Conditions.CONDITIONS, Conditions.MATCH))
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
              Property.of(
                      "send",
                      "Send each item to",
                      PropertyKind.choice(
                          Option.of("first", "The first output that fits"),
                          Option.of("all", "All outputs that fit")))
                  .defaultsTo("first")
                  .literalOnly())
          .property(
              Property.of(
                      "fallback",
                      "Items that fit nowhere",
                      PropertyKind.choice(
                          Option.of("none", "Are dropped"),
                          Option.of("output", "Leave by an output of their own")))
                  .defaultsTo("none")
                  .literalOnly())
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
              cases `NL`, `DE` and `FR`.

              An item goes to the first output that fits, or to all of them.

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
    if (parameters.get(key) instanceof JsonArray ways) {
      for (Object way : ways) {
        int number = ports.size() + 1;
        ports.add(new Port("rule" + number, label(way, number)));
      }
    }
    if ("output".equals(parameters.get("fallback"))) {
      ports.add(new Port("fallback", "Otherwise"));
    }
    return List.copyOf(ports);
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
    return byValue(parameters) ? "by " + Caption.of(parameters.get("value")) : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    Ways ways =
        settings.text("mode").equals("value")
            ? new Ways.Cases(Conditions.of(context))
            : new Ways.Rules(Conditions.of(context));
    boolean fallback = settings.text("fallback").equals("output");
    boolean all = settings.text("send").equals("all");
    int outputs = context.outputCount() - (fallback ? 1 : 0);
    EachItem.of(
        context,
        (item, position) -> {
          List<Integer> fitting =
              ways.of(context.parameters(item, position), outputs, all ? outputs : 1);
          Item sent = item.pairedTo(position, 0);
          for (int output : fitting) {
            context.output(output).add(sent);
          }
          if (fitting.isEmpty() && fallback) {
            context.output(outputs).add(sent);
          }
        });
    return NodeResult.done();
  }
}
