package io.concertmaster.deploy;

import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;

/**
 * A document that goes to a server.
 *
 * @param file from which it was read
 * @param path under which it goes: from the folder that holds all of the bundle
 * @param content what the file says
 */
public record Part(Kind kind, String id, Path file, String path, JsonObject content) {
  /** What it is. */
  public enum Kind {
    WORKFLOW("workflow"),
    FORM("form");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in requests. */
    public String id() {
      return id;
    }
  }

  /** The same under another path. */
  Part at(String other) {
    return new Part(kind, id, file, other, content);
  }

  JsonObject toJson() {
    return JsonObject.of("kind", kind.id(), "path", path).with("content", content);
  }
}
