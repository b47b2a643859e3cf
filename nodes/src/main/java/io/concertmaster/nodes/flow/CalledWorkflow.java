package io.concertmaster.nodes.flow;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Workflows.Callee;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;

/** Reads from a node's settings which workflow it calls, and what it gives to it. */
final class CalledWorkflow {
  private CalledWorkflow() {}

  /** The workflow that the settings name. */
  static Callee of(NodeContext context, Parameters settings) throws NodeException {
    return switch (settings.text("source")) {
      case "id" -> new Callee.Id(settings.requiredText("id"));
      case "definition" -> new Callee.Inline(definition(settings));
      default -> new Callee.File(context.path(settings.requiredText("file")).toString());
    };
  }

  private static JsonObject definition(Parameters settings) throws NodeException {
    if (settings.value("definition") instanceof String text) {
      try {
        return Json.parseObject(text);
      } catch (JsonException e) {
        throw new NodeException("“definition” is no workflow: " + e.getMessage(), e)
            .atProperty("definition");
      }
    }
    return settings.object("definition");
  }

  /** An item as the called workflow gets it. */
  static Item given(NodeContext context, Item item, long position) throws NodeException {
    JsonObject fields = context.parameters(item, position).object("fields");
    return fields.isEmpty() ? item : item.withJson(fields);
  }
}
