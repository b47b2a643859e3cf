package io.concertmaster.deploy;

import io.concertmaster.model.check.Problem;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
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
   * @param formDifference the same of forms
   * @param lines what differs, one thing a line
   * @param problems that it would have there, and what is wrong here with what it needs
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
      Optional<FormDifference> formDifference,
      List<String> lines,
      List<Finding> problems,
      List<String> missing) {
    public Change {
      lines = List.copyOf(lines);
      problems = List.copyOf(problems);
      missing = List.copyOf(missing);
    }

    /** Whether the server told what differs from what is live there. */
    public boolean isCompared() {
      return difference.isPresent() || formDifference.isPresent();
    }

    /** Whether it tells of a document. */
    boolean isOf(Part part) {
      return part.id().equals(id) && part.kind().id().equals(kind);
    }

    /** The same, with further problems before those that are known. */
    Change with(List<Finding> more) {
      List<Finding> all = new ArrayList<>(more);
      all.addAll(problems);
      return new Change(
          kind,
          id,
          name,
          path,
          change,
          live,
          active,
          difference,
          formDifference,
          lines,
          all,
          missing);
    }
  }

  /**
   * Something that would be wrong there.
   *
   * @param severity “error” keeps it from being deployed
   * @param node its id; empty where the whole document is meant
   * @param name what people call the node; empty where no node is meant
   * @param property of the node, or the place in a form's file; may be empty
   */
  public record Finding(
      String severity, String node, String name, String property, String message) {
    /** Whether it keeps the workflow from running there. */
    public boolean isError() {
      return severity.equals("error");
    }

    /** All of it in one line. */
    public String line() {
      String place = name + (name.isEmpty() || property.isEmpty() ? "" : ", ") + property;
      return severity + ": " + (place.isEmpty() ? "" : place + ": ") + message;
    }
  }

  /** Whether everything there is as it is here. */
  public boolean isSame() {
    return changes.stream().allMatch(each -> each.change().equals("same"));
  }

  /**
   * What a server answered.
   *
   * @param bundle what it was asked about, of which it knows no names of nodes
   */
  static Preview of(JsonObject answer, Bundle bundle) {
    List<Change> changes =
        objects(answer.get("documents")).stream().map(json -> change(json, bundle)).toList();
    return new Preview(Boolean.TRUE.equals(answer.get("deployable")), changes);
  }

  /** The same, with what is wrong with what a document of the bundle needs. */
  Preview with(Part part, List<Problem> wrong) {
    if (wrong.isEmpty()) {
      return this;
    }
    return new Preview(
        deployable && wrong.stream().noneMatch(Problem::isError),
        changes.stream()
            .map(each -> each.isOf(part) ? each.with(found(part, wrong)) : each)
            .toList());
  }

  private static List<Finding> found(Part part, List<Problem> wrong) {
    return wrong.stream()
        .map(each ->
            new Finding(
                each.isError() ? "error" : "warning",
                each.nodeId().orElse(""),
                each.nodeId().map(part::nameOf).orElse(""),
                each.property(),
                each.message()))
        .toList();
  }

  private static Change change(JsonObject json, Bundle bundle) {
    String id = text(json, "id");
    String kind = text(json, "kind");
    Optional<Part> part =
        bundle.parts().stream()
            .filter(each -> each.id().equals(id) && each.kind().id().equals(kind))
            .findFirst();
    JsonObject difference =
        json.get("difference") instanceof JsonObject whole ? whole : JsonObject.empty();
    Optional<FormDifference> ofForm =
        json.get("formDifference") instanceof JsonObject whole
            ? Optional.of(DifferenceReader.form(whole))
            : Optional.empty();
    return new Change(
        kind,
        id,
        text(json, "name"),
        text(json, "path"),
        text(json, "change"),
        json.get("live") instanceof String hash ? Optional.of(hash) : Optional.empty(),
        Boolean.TRUE.equals(json.get("active")),
        json.get("difference") instanceof JsonObject whole
            ? Optional.of(DifferenceReader.read(whole))
            : Optional.empty(),
        ofForm,
        ofForm.map(FormDifference::lines).orElseGet(() -> texts(difference.get("lines"))),
        objects(json.get("problems")).stream().map(each -> finding(each, part)).toList(),
        texts(json.get("missingCredentials")));
  }

  private static Finding finding(JsonObject problem, Optional<Part> part) {
    String node = text(problem, "node");
    return new Finding(
        text(problem, "severity"),
        node,
        part.map(each -> each.nameOf(node)).orElse(node),
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
