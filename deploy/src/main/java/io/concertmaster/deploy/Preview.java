package io.concertmaster.deploy;

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
   * @param lines what differs, one thing a line
   * @param problems that it would have there, as lines
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
      List<String> lines,
      List<String> problems,
      List<String> missing) {
    public Change {
      lines = List.copyOf(lines);
      problems = List.copyOf(problems);
      missing = List.copyOf(missing);
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
        texts(difference.get("lines")),
        objects(json.get("problems")).stream().map(Preview::line).toList(),
        texts(json.get("missingCredentials")));
  }

  private static String line(JsonObject problem) {
    String node = text(problem, "node");
    String property = text(problem, "property");
    String place = node + (node.isEmpty() || property.isEmpty() ? "" : ", ") + property;
    return text(problem, "severity")
        + ": "
        + (place.isEmpty() ? "" : place + ": ")
        + text(problem, "message");
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof String text ? text : "";
  }

  private static List<JsonObject> objects(@Nullable Object value) {
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
