package io.concertmaster.nodes.flow;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;

/** Runs another workflow with the items, as a run of its own, and sends on what it sends. */
public final class RunWorkflow implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.subworkflow", "Run workflow")
          .summary("Runs another workflow with the items")
          .family(Family.FLOW)
          .icon("mdal-account_tree")
          .effect(Effect.IDEMPOTENT)
          .keywords("subworkflow", "execute", "call", "workflow", "child", "reuse", "function")
          .property(
              Property.of(
                      "source",
                      "Workflow",
                      PropertyKind.choice(
                          Option.of("file", "From a file"),
                          Option.of("id", "By its id, in this workflow's folder"),
                          Option.of("definition", "Written here")))
                  .defaultsTo("file")
                  .literalOnly())
          .property(
              Property.of("file", "File", new PropertyKind.Path(PropertyKind.Target.WORKFLOW))
                  .help("A relative path starts at this workflow's folder.")
                  .mandatory()
                  .when("source", "file"))
          .property(
              Property.of("id", "Id", PropertyKind.text("invoice"))
                  .help("The id at the top of the workflow's file.")
                  .mandatory()
                  .when("source", "id"))
          .property(
              Property.of("definition", "Definition", new PropertyKind.Data())
                  .help("A workflow as its file says it.")
                  .mandatory()
                  .when("source", "definition"))
          .property(
              Property.of(
                      "mode",
                      "Run it",
                      PropertyKind.choice(
                          Option.of("once", "Once with all items"),
                          Option.of("each", "Once for each item")))
                  .defaultsTo("once")
                  .literalOnly())
          .property(
              Property.of("fields", "Fields to give", new PropertyKind.Data())
                  .help("An object of values for each item; empty: the items as they are."))
          .property(
              Property.of("wait", "Wait for its end", PropertyKind.flag())
                  .help("Otherwise the items go on at once, unchanged.")
                  .defaultsTo(true))
          .documentation(
              """
              Gives its items to another workflow, which runs as a run of its own: it stands in the list
              of runs, and has its own log. It begins at its trigger “Called by a workflow”. What its
              last node sends by the first output leaves this node.

              While the other workflow runs this run rests. A crash loses nothing: the other workflow
              is not started twice, and this one goes on with what it sent. When it fails, this node
              fails with its message. When this run ends first, because it is cancelled or takes too
              long, the other one is cancelled too; where its end is not waited for, it goes on.

              Once for each item: one run after the other. Calls may be nested 50 deep.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return switch (String.valueOf(parameters.get("source"))) {
      case "id" -> Caption.of(parameters.get("id"));
      case "definition" -> "";
      default -> Caption.of(parameters.get("file"));
    };
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    boolean waits = context.parameters().flag("wait");
    return context.parameters().text("mode").equals("each")
        ? new CallsOfItems(context, waits).run()
        : new CallOfAll(context, waits).run();
  }
}
