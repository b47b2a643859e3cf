package io.concertmaster.nodes.foreign;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands for an n8n node that is not available here; it keeps what the node was. */
public final class ForeignPlaceholder implements NodeType {
  private static final Pattern ITEMS = Pattern.compile("main([2-9]|[1-9]\\d{1,2})?");
  private static final Pattern KIND = Pattern.compile("[a-z][A-Za-z0-9_-]{0,63}");

  private static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("n8n.placeholder", "n8n node")
          .summary("Stands for a node of n8n that is not available here")
          .family(Family.CONNECT)
          .icon("mdal-extension")
          .standIn()
          .keywords("n8n", "placeholder", "import", "foreign")
          .property(
              Property.of("type", "Type in n8n", PropertyKind.text("n8n-nodes-base.slack"))
                  .help("What the node is in n8n.")
                  .literalOnly())
          .property(
              Property.of("settings", "Settings", new PropertyKind.Data())
                  .help("The node's settings as they stand in the n8n file.")
                  .literalOnly())
          .property(
              Property.of("inputs", "Inputs", new PropertyKind.FieldNames())
                  .help(
                      "main, main2 … take items; others, such as ai_tool, take a node that serves"
                          + " this one.")
                  .literalOnly())
          .property(
              Property.of("outputs", "Outputs", new PropertyKind.FieldNames())
                  .help("main, main2 … send items; others serve another node.")
                  .literalOnly())
          .documentation(
              """
              Stands where an n8n file has a node that is not available here. It keeps the node's
              settings, its connections and its place, and goes back to n8n unchanged.

              It cannot run. Pin data on it to go on behind it with that data, disable it to let
              items pass, or put another node in its place: an HTTP request often does the same.

              Connections with dashes carry no items: they say which model, memory or tool serves
              another node.
              """)
          .build();

  @Override
  public NodeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Port> inputs(JsonObject parameters) {
    return ports(parameters.get("inputs"), DESCRIPTOR.inputs());
  }

  @Override
  public List<Port> outputs(JsonObject parameters) {
    return ports(parameters.get("outputs"), DESCRIPTOR.outputs());
  }

  /** Those through which items flow come first, by their number. */
  private static List<Port> ports(@Nullable Object ids, List<Port> otherwise) {
    if (!(ids instanceof JsonArray list)) {
      return otherwise;
    }
    Map<String, Port> items = new LinkedHashMap<>();
    Map<String, Port> attachments = new LinkedHashMap<>();
    for (Object each : list) {
      if (each instanceof String id && ITEMS.matcher(id).matches()) {
        items.put(id, new Port(id, ""));
      } else if (each instanceof String id
          && KIND.matcher(id).matches()
          && !id.equals(Port.ERROR)) {
        attachments.put(id, Port.attachment(id, ForeignName.ofKind(id)));
      }
    }
    List<Port> ports = new ArrayList<>();
    if (items.size() == 1) {
      ports.addAll(items.values());
    } else {
      items
          .keySet()
          .forEach(id -> ports.add(new Port(id, id.equals(Port.MAIN) ? "1" : id.substring(4))));
    }
    ports.addAll(attachments.values());
    return ports;
  }

  @Override
  public String caption(JsonObject parameters) {
    return parameters.get("type") instanceof String type ? ForeignName.ofType(type) : "";
  }

  @Override
  public NodeResult run(NodeContext context) throws NodeException {
    String type = context.parameters().text("type");
    String name = type.isBlank() ? "This node" : "“" + ForeignName.ofType(type) + "”";
    throw new NodeException(
        name + " is not available here: pin data on it, disable it or replace it");
  }
}
