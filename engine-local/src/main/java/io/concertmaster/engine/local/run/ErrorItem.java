package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.local.plan.Entry;
import io.concertmaster.engine.local.plan.RunHistory;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The item with which an error workflow begins. Its shape is n8n's: {@code execution} with {@code
 * id}, {@code error}, {@code lastNodeExecuted} and {@code mode}, and {@code workflow} with {@code
 * id} and {@code name}.
 */
final class ErrorItem {
  private ErrorItem() {}

  /**
   * The item for a run that failed.
   *
   * @param id the run's number
   */
  static Item of(long id, Workflow workflow, Optional<RunError> error, RunHistory history) {
    RunError why =
        error.orElse(
            new RunError(Optional.empty(), "the run took too long", "", OptionalLong.empty()));
    JsonObject.Builder what = JsonObject.builder().put("message", why.message());
    why.node()
        .ifPresent(
            node -> what.put("node", JsonObject.of("id", node, "name", workflow.nameOf(node))));
    JsonObject.Builder execution =
        JsonObject.builder().put("id", Long.toString(id)).put("error", what.build());
    why.node()
        .or(() -> history.current().map(Entry::node))
        .ifPresent(node -> execution.put("lastNodeExecuted", workflow.nameOf(node)));
    execution.put("mode", history.cause().mode().id());
    return Item.of(
        JsonObject.of(
            "execution",
            execution.build(),
            "workflow",
            JsonObject.of("id", workflow.id(), "name", workflow.name())));
  }
}
