package io.concertmaster.n8n.read;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The connections of an n8n file, in its order: {@code source → kind → output → [{node, type,
 * index}]}. What has another form is passed over.
 */
final class Links {
  /** The kind of connection along which items flow. */
  static final String MAIN = "main";

  private static final Pattern PORT = Pattern.compile("[a-z][A-Za-z0-9_-]{0,63}");

  /**
   * One connection.
   *
   * @param source name of the node where it begins
   * @param kind {@code main}, or what a node serves another as, such as {@code ai_tool}
   * @param output position of the output among those of the kind
   * @param target name of the node where it ends
   * @param input position of the input among those of the kind
   */
  record Link(String source, String kind, int output, String target, int input) {}

  private final List<Link> all = new ArrayList<>();

  Links(@Nullable Object connections) {
    if (connections instanceof JsonObject bySource) {
      bySource.forEach((source, kinds) -> {
        if (kinds instanceof JsonObject byKind) {
          byKind.forEach((kind, outputs) -> outputs(source, kind, outputs));
        }
      });
    }
  }

  private void outputs(String source, String kind, @Nullable Object outputs) {
    if (!(outputs instanceof JsonArray list) || !PORT.matcher(kind).matches()) {
      return;
    }
    for (int output = 0; output < list.size(); output++) {
      if (list.get(output) instanceof JsonArray ends) {
        for (Object end : ends) {
          if (end instanceof JsonObject to && to.get("node") instanceof String target) {
            all.add(new Link(source, kind, output, target, index(to.get("index"))));
          }
        }
      }
    }
  }

  private static int index(@Nullable Object index) {
    return index instanceof Number number ? Math.clamp(number.longValue(), 0, 10_000) : 0;
  }

  List<Link> all() {
    return List.copyOf(all);
  }

  /** Whether a port carries no items: a node serves another by it. */
  static boolean isAttachment(String port) {
    return port.startsWith("ai_");
  }
}
