package io.concertmaster.n8n.read;

import io.concertmaster.n8n.mapping.ForeignNode;
import io.concertmaster.n8n.mapping.Mapped;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stands for a node that we do not have: it keeps the node's settings and has a port wherever the
 * file has a connection.
 */
public final class Placeholder {
  /** The id of our node type. */
  public static final String TYPE = "n8n.placeholder";

  private static final Set<String> TRIGGERS =
      Set.of(
          "n8n-nodes-base.cron",
          "n8n-nodes-base.emailReadImap",
          "n8n-nodes-base.interval",
          "n8n-nodes-base.start",
          "n8n-nodes-base.webhook");

  /** {@code main, main2 … main10} come first, then what serves others. */
  private static final Comparator<String> ITEMS_FIRST =
      Comparator.comparing(Links::isAttachment)
          .thenComparingInt(id -> Links.isAttachment(id) ? 0 : id.length())
          .thenComparing(Comparator.naturalOrder());

  private Placeholder() {}

  static Mapped of(ForeignNode node, Links links) {
    Set<String> inputs = new TreeSet<>(ITEMS_FIRST);
    Set<String> outputs = new TreeSet<>(ITEMS_FIRST);
    boolean serves = false;
    int errors = errorOutput(node, links);
    for (Links.Link link : links.into(node.name())) {
      add(inputs, link.kind(), link.kind().equals(Links.MAIN) ? link.input() : 0);
    }
    for (Links.Link link : links.from(node.name())) {
      boolean main = link.kind().equals(Links.MAIN);
      if (!main || link.output() != errors) {
        add(outputs, link.kind(), main ? link.output() : 0);
      }
      serves |= !main;
    }
    if (errors > 0) {
      add(outputs, Links.MAIN, errors - 1);
    }
    if (!serves) {
      if (!isTrigger(node.type())) {
        add(inputs, Links.MAIN, 0);
      }
      add(outputs, Links.MAIN, 0);
    }
    JsonObject parameters =
        JsonObject.of("type", node.type(), "settings", node.parameters())
            .with("inputs", JsonArray.copyOf(List.copyOf(inputs)))
            .with("outputs", JsonArray.copyOf(List.copyOf(outputs)));
    return new Mapped(TYPE, 1, parameters, List.copyOf(inputs), List.copyOf(outputs));
  }

  /** Triggers are called so, but for a few. */
  private static boolean isTrigger(String type) {
    return type.toLowerCase(Locale.ROOT).endsWith("trigger") || TRIGGERS.contains(type);
  }

  /**
   * The position of the output for errors, which is behind the node's others: how many those are
   * nobody knows, so it is the last one that the file uses beyond the first; -1 for none.
   */
  private static int errorOutput(ForeignNode node, Links links) {
    return "continueErrorOutput".equals(node.json().get("onError"))
        ? links.from(node.name()).stream()
            .filter(link -> link.kind().equals(Links.MAIN))
            .mapToInt(Links.Link::output)
            .filter(output -> output > 0)
            .max()
            .orElse(-1)
        : -1;
  }

  /** Adds the port of a position, and those before it. */
  private static void add(Set<String> ports, String kind, int position) {
    for (int at = 0; at <= Math.min(position, 100); at++) {
      ports.add(at == 0 ? kind : Port.MAIN + (at + 1));
    }
  }
}
