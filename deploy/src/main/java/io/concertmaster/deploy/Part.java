package io.concertmaster.deploy;

import io.concertmaster.model.check.Problem;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.List;

/**
 * A document that goes to a server.
 *
 * @param file from which it was read
 * @param path under which it goes: from the folder that holds all of the bundle
 * @param content what the file says
 * @param problems what is wrong with what it needs: files that are not there, circles of calls
 * @param elsewhere workflows that it needs by id and that lie in no file beside it
 */
public record Part(
    Kind kind,
    String id,
    Path file,
    String path,
    JsonObject content,
    List<Problem> problems,
    List<Elsewhere> elsewhere) {
  public Part {
    problems = List.copyOf(problems);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * A workflow that must be on the server already.
   *
   * @param workflow its id
   * @param missing what is wrong where it is not
   */
  public record Elsewhere(String workflow, Problem missing) {}

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
    return new Part(kind, id, file, other, content, problems, elsewhere);
  }

  /** The same, with what is wrong with what it needs. */
  Part with(List<Problem> wrong, List<Elsewhere> others) {
    return new Part(kind, id, file, path, content, wrong, others);
  }

  /** What people call a node of the workflow; its id where it has none of this name. */
  String nameOf(String node) {
    return content.get("nodes") instanceof JsonObject nodes
            && nodes.get(node) instanceof JsonObject named
            && named.get("name") instanceof String name
            && !name.isBlank()
        ? name
        : node;
  }

  JsonObject toJson() {
    return JsonObject.of("kind", kind.id(), "path", path).with("content", content);
  }
}
