package io.concertmaster.nodes.sample;

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
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;

/** Says that a message was sent, and sends none. */
public final class SampleMessage implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.sampleMessage", "Sample message")
          .summary("Says that a message was sent, and sends none")
          .family(Family.DATA)
          .icon("mdoal-chat_bubble_outline")
          .keywords("demo", "test", "customer", "pretend", "example", "course")
          .property(
              Property.of("customer", "Customer", PropertyKind.text())
                  .help("Who gets it, such as {{ $json.id }}.")
                  .mandatory())
          .property(
              Property.of("message", "Message", new PropertyKind.Text("", 3))
                  .help("What it says.")
                  .mandatory())
          .documentation(
              """
              Stands where a workflow will send a message one day: each item becomes
              `{"output": "Sent message to customer 42:  Hello"}`. Nothing leaves the machine.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException, InterruptedException {
    EachItem.of(
        context,
        (item, position) -> {
          Parameters settings = context.parameters(item, position);
          String said =
              "Sent message to customer "
                  + settings.text("customer")
                  + ":  "
                  + settings.text("message");
          context.output().add(Item.of(JsonObject.of("output", said)).pairedTo(position, 0));
        });
    return NodeResult.done();
  }
}
