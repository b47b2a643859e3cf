package io.concertmaster.nodes.flow;

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
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.condition.Caption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the run as failed. */
public final class Stop implements NodeType {
  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("flow.stop", "Stop and error")
          .summary("Ends the run as failed, with your own message")
          .family(Family.FLOW)
          .icon("mdomz-stop_circle")
          .outputs()
          .keywords("fail", "throw", "abort", "raise", "exit", "end")
          .property(
              Property.of(
                      "kind",
                      "Reason",
                      PropertyKind.choice(
                          Option.of("message", "A message"), Option.of("object", "An object")))
                  .defaultsTo("message")
                  .literalOnly())
          .property(
              Property.of("message", "Message", new PropertyKind.Text("What went wrong", 2))
                  .help(
                      "What happened and what to do about it; the first item's fields are at hand.")
                  .mandatory()
                  .when("kind", "message"))
          .property(
              Property.of("object", "Object", new PropertyKind.Code("json"))
                  .help("JSON; its message, description or error is what people read.")
                  .mandatory()
                  .when("kind", "object"))
          .documentation(
              """
              Ends the run as failed as soon as an item arrives, and shows your message as the
              reason. Put it behind a branch that must never be taken:

              > Order `{{ $json.id }}` has no customer: ask sales to complete it.

              The message sees the first of the items that arrive.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public String caption(JsonObject parameters) {
    return Caption.of(
        parameters.get("object".equals(parameters.get("kind")) ? "object" : "message"));
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException {
    Parameters settings = context.parameters();
    if (!settings.text("kind").equals("object")) {
      throw new NodeException(settings.requiredText("message"));
    }
    throw new NodeException(message(settings.value("object")));
  }

  private static String message(@Nullable Object reason) throws NodeException {
    Object value = reason;
    if (value instanceof String text) {
      try {
        value = Json.parse(text);
      } catch (JsonException e) {
        throw new NodeException("“object” is " + e.getMessage(), e).atProperty("object");
      }
    }
    if (!(value instanceof JsonObject object)) {
      throw new NodeException("“object” must be an object").atProperty("object");
    }
    for (String name : List.of("message", "description", "error")) {
      if (object.get(name) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return "Error: " + Json.write(object);
  }
}
