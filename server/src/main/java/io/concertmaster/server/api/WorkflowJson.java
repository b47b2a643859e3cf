package io.concertmaster.server.api;

import io.concertmaster.engine.ActiveTrigger;
import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.diff.DifferenceJson;
import io.concertmaster.model.diff.DifferenceText;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.store.Document;
import io.concertmaster.server.store.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents and what is said of them, as JSON. */
final class WorkflowJson {
  private WorkflowJson() {}

  static JsonObject of(Document document) {
    JsonObject json =
        JsonObject.of("id", document.id(), "name", document.newest().name())
            .with("draft", of(document.newest()));
    return (document.live().isPresent() ? json.with("live", document.live().getAsLong()) : json)
        .with("active", document.active());
  }

  /**
   * How the triggers of an active workflow do.
   *
   * @param paths where they are called, by the ids of their nodes
   */
  static JsonObject of(ActiveWorkflow workflow, Map<String, String> paths) {
    return JsonObject.of("since", workflow.since(), "running", workflow.running())
        .with("waiting", workflow.waiting())
        .with(
            "triggers",
            JsonArray.copyOf(
                workflow.triggers().stream()
                    .map(each -> of(each, Optional.ofNullable(paths.get(each.node()))))
                    .toList()));
  }

  private static JsonObject of(ActiveTrigger trigger, Optional<String> path) {
    JsonObject json =
        JsonObject.of("node", trigger.node(), "name", trigger.name())
            .with("awaits", trigger.words());
    json = JsonText.maybe(json, "path", path);
    json = JsonText.maybe(json, "next", trigger.next());
    json = JsonText.maybe(json, "last", trigger.last());
    json =
        trigger.lastRun().isPresent()
            ? json.with("lastRun", trigger.lastRun().get().id().number())
            : json;
    return JsonText.maybe(json, "problem", trigger.problem());
  }

  static JsonObject of(Version version) {
    return JsonObject.of("number", version.number(), "hash", version.hash())
        .with("name", version.name())
        .with("path", version.path())
        .with("created", version.created())
        .with("author", version.author());
  }

  static JsonArray of(List<Problem> problems) {
    return JsonArray.copyOf(problems.stream().map(WorkflowJson::of).toList());
  }

  private static JsonObject of(Problem problem) {
    JsonObject json =
        JsonObject.of(
            "severity", JsonText.word(problem.severity()), "code", JsonText.word(problem.code()));
    json = JsonText.maybe(json, "node", problem.nodeId());
    return (problem.property().isEmpty() ? json : json.with("property", problem.property()))
        .with("message", problem.message());
  }

  static JsonObject of(FormDifference difference) {
    return DifferenceJson.of(difference).with("lines", JsonArray.copyOf(difference.lines()));
  }

  static JsonObject of(WorkflowDifference difference) {
    return DifferenceJson.of(difference)
        .with("lines", JsonArray.copyOf(DifferenceText.lines(difference)));
  }
}
