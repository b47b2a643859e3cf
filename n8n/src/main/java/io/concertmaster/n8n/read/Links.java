package io.concertmaster.n8n.read;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The connections of an n8n file, in its order: {@code source → kind → output → [{node, type,
 * index}]}. What has another form is passed over.
 */
public final class Links {
  /** The kind of connection along which items flow. */
  public static final String MAIN = "main";

  /** No connections. */
  static final Links NONE = new Links(null);

  private static final Pattern KIND = Pattern.compile("main|ai_[A-Za-z0-9_]{1,60}");

  /** Ports beyond this are taken for nonsense. */
  private static final int MOST_PORTS = 10_000;

  /**
   * One connection.
   *
   * @param source name of the node where it begins
   * @param kind {@code main}, or what a node serves another as, such as {@code ai_tool}
   * @param output position of the output among those of the kind
   * @param target name of the node where it ends
   * @param input position of the input among those of the kind
   */
  public record Link(String source, String kind, int output, String target, int input) {}

  private final List<Link> all = new ArrayList<>();
  private final Map<String, List<Link>> from = new HashMap<>();
  private final Map<String, List<Link>> into = new HashMap<>();

  /** Those of a file's {@code connections}, whatever stands there. */
  public Links(@Nullable Object connections) {
    if (connections instanceof JsonObject bySource) {
      bySource.forEach((source, kinds) -> {
        if (kinds instanceof JsonObject byKind) {
          byKind.forEach((kind, outputs) -> outputs(source, kind, outputs));
        }
      });
    }
    for (Link link : all) {
      from.computeIfAbsent(link.source(), name -> new ArrayList<>()).add(link);
      into.computeIfAbsent(link.target(), name -> new ArrayList<>()).add(link);
    }
  }

  private void outputs(String source, String kind, @Nullable Object outputs) {
    if (!(outputs instanceof JsonArray list) || !KIND.matcher(kind).matches()) {
      return;
    }
    for (int output = 0; output < Math.min(list.size(), MOST_PORTS); output++) {
      if (list.get(output) instanceof JsonArray ends) {
        for (Object end : ends) {
          link(source, kind, output, end).ifPresent(all::add);
        }
      }
    }
  }

  /** The connection of one entry of a list of ends; empty where the entry is none. */
  public static Optional<Link> link(String source, String kind, int output, @Nullable Object end) {
    return end instanceof JsonObject to && to.get("node") instanceof String target
        ? Optional.of(new Link(source, kind, output, target, index(to.get("index"))))
        : Optional.empty();
  }

  private static int index(@Nullable Object index) {
    return index instanceof Number number ? Math.clamp(number.longValue(), 0, MOST_PORTS) : 0;
  }

  /** All of them. */
  public List<Link> all() {
    return List.copyOf(all);
  }

  /** Those that begin at the node of a name. */
  List<Link> from(String name) {
    return from.getOrDefault(name, List.of());
  }

  /** Those that end at the node of a name. */
  List<Link> into(String name) {
    return into.getOrDefault(name, List.of());
  }

  /** Whether a port carries no items: a node serves another by it. */
  public static boolean isAttachment(String port) {
    return port.startsWith("ai_");
  }
}
