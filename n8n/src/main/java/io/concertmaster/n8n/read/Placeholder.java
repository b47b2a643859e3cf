package io.concertmaster.n8n.read;

import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Stands for a node that we do not have: it keeps the node's settings and has a port wherever the
 * file has a connection.
 */
final class Placeholder {
  private static final String TYPE = "n8n.placeholder";

  private Placeholder() {}

  static Mapped of(ForeignNode node, Links links) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    boolean serves = false;
    for (Links.Link link : links.all()) {
      boolean main = link.kind().equals(Links.MAIN);
      if (link.target().equals(node.name())) {
        add(inputs, link.kind(), main ? link.input() : 0);
      }
      if (link.source().equals(node.name())) {
        add(outputs, link.kind(), main ? link.output() : 0);
        serves |= !main;
      }
    }
    if (!serves) {
      if (!node.type().toLowerCase(Locale.ROOT).endsWith("trigger")) {
        add(inputs, Links.MAIN, 0);
      }
      add(outputs, Links.MAIN, 0);
    }
    JsonObject parameters =
        JsonObject.of("type", node.type(), "settings", node.parameters())
            .with("inputs", JsonArray.copyOf(inputs))
            .with("outputs", JsonArray.copyOf(outputs));
    return new Mapped(TYPE, 1, parameters, inputs, outputs);
  }

  /** Adds the port of a position, and those before it. */
  private static void add(List<String> ports, String kind, int position) {
    for (int at = 0; at <= Math.min(position, 100); at++) {
      String id = at == 0 ? kind : Port.MAIN + (at + 1);
      if (!ports.contains(id)) {
        ports.add(id);
      }
    }
  }
}
