package io.concertmaster.n8n.read;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document the workflow is: exports hold it as it is, in a list, or inside {@code data}
 * or {@code workflow}, as n8n's interfaces answer it.
 */
final class Wrapping {
  private static final List<String> WRAPPERS = List.of("data", "workflow", "workflows");
  private static final int DEEPEST = 4;

  private Wrapping() {}

  /** The workflow of n8n in a document; empty where there is none. */
  static Optional<JsonObject> unwrapped(@Nullable Object document) {
    return unwrapped(document, 0);
  }

  private static Optional<JsonObject> unwrapped(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (value) {
      case JsonObject object when WorkflowImport.isForeign(object) -> Optional.of(object);
      case JsonObject object ->
          WRAPPERS.stream()
              .map(object::get)
              .flatMap(inner -> unwrapped(inner, depth + 1).stream())
              .findFirst();
      case JsonArray list when !list.isEmpty() -> unwrapped(list.getFirst(), depth + 1);
      case null, default -> Optional.empty();
    };
  }

  /** How many workflows a document holds beside the one that is read. */
  static int others(@Nullable Object document) {
    return switch (document) {
      case JsonArray list -> Math.max(0, list.size() - 1);
      case JsonObject object
          when !WorkflowImport.isForeign(object) && object.get("data") instanceof JsonArray list ->
          Math.max(0, list.size() - 1);
      case null, default -> 0;
    };
  }
}
