package io.concertmaster.nodes.data;

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
import io.concertmaster.node.RunData;
import io.concertmaster.node.data.JsonObject;
import java.util.List;

/** Tells items that earlier runs have seen from new ones. */
public final class NewItems implements NodeType {
  private static final int NEW = 0;
  private static final int SEEN = 1;
  private static final String FORGET = "forget";

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.newItems", "New items only")
          .summary("Tells items that earlier runs have seen from new ones")
          .family(Family.DATA)
          .icon("mdoal-fiber_new")
          .keywords("duplicates", "seen", "history", "since", "poll", "once", "dedupe")
          .outputs(new Port("new", "New"), new Port("seen", "Seen before"))
          .property(
              Property.of(
                      "operation",
                      "Do",
                      PropertyKind.choice(
                          Option.of("check", "Look for new items"),
                          Option.of(FORGET, "Forget all that was seen")))
                  .defaultsTo("check")
                  .literalOnly())
          .property(
              Property.of(
                      "by",
                      "An item is new",
                      PropertyKind.choice(
                          Option.of("value", "When its value was never seen"),
                          Option.of("number", "When its number is higher than all before"),
                          Option.of("date", "When its date is later than all before")))
                  .defaultsTo("value")
                  .literalOnly()
                  .when("operation", "check"))
          .property(
              Property.of("value", "Value", PropertyKind.text("{{ $json.id }}"))
                  .help("What tells one item from another.")
                  .mandatory()
                  .when("operation", "check"))
          .property(
              Property.of("most", "How many to remember", PropertyKind.wholeNumber(1, History.MOST))
                  .help("The oldest values are forgotten first.")
                  .defaultsTo(10_000)
                  .literalOnly()
                  .when("by", "value"))
          .property(
              Property.of(
                      "scope",
                      "Share what was seen",
                      PropertyKind.choice(
                          Option.of("node", "With nobody"),
                          Option.of("workflow", "With such nodes of this workflow")))
                  .defaultsTo("node")
                  .literalOnly())
          .documentation(
              """
              Sends on what no earlier run has seen, and what has been seen by the second output. A
              workflow that looks into a mailbox every hour works on each letter once.

              *Value* remembers one for each item, an id say; *number* and *date* remember the
              highest only. Items of the same run with the same value are all new. Runs that are
              started by hand see what was remembered, but leave nothing behind.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Port> outputs(JsonObject parameters) {
    return FORGET.equals(parameters.get("operation"))
        ? List.of(DESCRIPTOR.outputs().getFirst())
        : DESCRIPTOR.outputs();
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    Parameters settings = context.parameters();
    RunData.Owner owner =
        settings.text("scope").equals("workflow") ? RunData.Owner.WORKFLOW : RunData.Owner.NODE;
    boolean forget = settings.text("operation").equals(FORGET);
    JsonObject before = context.runData().staticData(owner);
    History history =
        History.of(settings.text("by"), forget ? JsonObject.empty() : before, context.zone());
    EachItem.of(
        context,
        (item, position) -> {
          boolean isNew =
              forget || history.isNew(context.parameters(item, position).value("value"));
          context.output(isNew ? NEW : SEEN).add(item.pairedTo(position, 0));
        });
    context
        .runData()
        .staticData(
            owner,
            forget ? History.without(before) : history.kept(before, settings.wholeNumber("most")));
    return NodeResult.done();
  }
}
