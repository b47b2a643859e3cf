package io.concertmaster.hosted.hook;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The path of a webhook; a part such as {@code :id} takes any value.
 *
 * @param parts between its slashes
 */
record PathPattern(List<String> parts) {
  PathPattern {
    parts = List.copyOf(parts);
  }

  static PathPattern of(String path) {
    return new PathPattern(List.of(path.split("/", -1)));
  }

  /** How many parts must be just so: of two patterns that fit, the one with more goes first. */
  int fixed() {
    return (int) parts.stream().filter(each -> !each.startsWith(":")).count();
  }

  /** The values of its varying parts in a path; empty where the path does not fit. */
  Optional<JsonObject> values(List<String> path) {
    if (path.size() != parts.size()) {
      return Optional.empty();
    }
    JsonObject values = JsonObject.empty();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (part.startsWith(":")) {
        values = values.with(part.substring(1), path.get(i));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }
}
