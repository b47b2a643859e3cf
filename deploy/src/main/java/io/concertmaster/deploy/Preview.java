package io.concertmaster.deploy;

import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment would change on the server, and what would be wrong with it there.
 *
 * @param deployable whether nothing keeps it from being deployed
 */
public record Preview(boolean deployable, List<Change> changes) {
  public Preview {
    changes = List.copyOf(changes);
  }

  /**
   * What happens to one document.
   *
   * @param change “new”, “changed” or “same”
   * @param live the hash of what is live there
   * @param active whether its triggers listen there
   * @param difference what differs from the workflow that is live; empty for what is new there, and
   *     for forms
   * @param lines what differs, one thing a line
   * @param problems that it would have there
   * @param missing names of credentials that are not there
   */
  public record Change(
      String kind,
      String id,
      String name,
      String path,
      String change,
      Optional<String> live,
      boolean active,
      Optional<WorkflowDifference> difference,
      List<String> lines,
      List<Finding> problems,
      List<String> missing) {
    public Change {
      lines = List.copyOf(lines);
      problems = List.copyOf(problems);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Something that would be wrong there.
   *
   * @param severity “error” keeps it from being deployed
   * @param node its id; empty where the whole workflow is meant
   * @param property of the node; may be empty
   */
  public record Finding(String severity, String node, String property, String message) {
    /** Whether it keeps the workflow from running there. */
    public boolean isError() {
      return severity.equals("error");
    }

    /** All of it in one line. */
    public String line() {
      String place = node + (node.isEmpty() || property.isEmpty() ? "" : ", ") + property;
      return severity + ": " + (place.isEmpty() ? "" : place + ": ") + message;
    }
  }

  /** Whether everything there is as it is here. */
  public boolean isSame() {
    return changes.stream().allMatch(each -> each.change().equals("same"));
  }

  static Preview of(JsonObject answer) {
    List<Change> changes = objects(answer.get("documents")).stream().map(Preview::change).toList();
    return new Preview(Boolean.TRUE.equals(answer.get("deployable")), changes);
  }

  private static Change change(JsonObject json) {
    JsonObject difference =
        json.get("difference") instanceof JsonObject object ? object : JsonObject.empty();
    return new Change(
        text(json, "kind"),
        text(json, "id"),
        text(json, "name"),
        text(json, "path"),
        text(json, "change"),
        json.get("live") instanceof String hash ? Optional.of(hash) : Optional.empty(),
        Boolean.TRUE.equals(json.get("active")),
        json.get("difference") instanceof JsonObject whole
            ? Optional.of(DifferenceReader.read(whole))
            : Optional.empty(),
        texts(difference.get("lines")),
        objects(json.get("problems")).stream().map(Preview::finding).toList(),
        texts(json.get("missingCredentials")));
  }

  private static Finding finding(JsonObject problem) {
    return new Finding(
        text(problem, "severity"),
        text(problem, "node"),
        text(problem, "property"),
        text(problem, "message"));
  }

  static String text(JsonObject json, String name) {
    return json.get(name) instanceof String text ? text : "";
  }

  static List<JsonObject> objects(@Nullable Object value) {
    return value instanceof JsonArray list
        ? list.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof JsonArray list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
