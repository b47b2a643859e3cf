package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunPage;
import io.concertmaster.engine.RunQuery;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What people have answered to a form: where runs began with it, on its pages in the middle of
 * them, and in their tasks. They are kept as long as the runs are.
 */
public final class Responses {
  private final Engine engine;

  /** Those of an engine's runs. */
  public Responses(Engine engine) {
    this.engine = engine;
  }

  /**
   * One answer.
   *
   * @param run in which it was given
   * @param node by its id: the trigger, page or task that asked
   * @param at when it was given
   * @param by who gave it; empty where nobody knows
   * @param answer as the form's schema says
   */
  public record Response(
      RunSummary run, String node, Instant at, Optional<String> by, JsonObject answer) {}

  /**
   * A page of them.
   *
   * @param responses those of the newest runs first; within a run in the order of its nodes
   * @param next the page that follows has those of runs before this one; empty where there are no
   *     older ones. A page may be short, or empty, although another follows
   */
  public record Page(List<Response> responses, Optional<RunId> next) {
    public Page {
      responses = List.copyOf(responses);
    }
  }

  /**
   * A page of the responses to a form.
   *
   * @param asks whether a form that a node of a workflow names is the one: the workflow's id, and
   *     the form's file as the node names it
   * @param before only those of runs before this one
   * @param limit the page ends with the run that brings so many
   */
  public Page to(BiPredicate<String, String> asks, Optional<RunId> before, int limit)
      throws EngineException {
    List<Response> found = new ArrayList<>();
    RunQuery query = RunQuery.newest(limit);
    RunPage page = engine.runs(before.map(query::before).orElse(query));
    for (RunSummary run : page.runs()) {
      engine.run(run.id()).ifPresent(view -> found.addAll(of(view, asks)));
      if (found.size() >= limit) {
        return new Page(found, Optional.of(run.id()));
      }
    }
    return new Page(found, page.next());
  }

  private List<Response> of(RunView view, BiPredicate<String, String> asks) {
    List<Response> found = new ArrayList<>();
    for (Map.Entry<String, NodeDefinition> each : view.workflow().nodes().entrySet()) {
      NodeView worked = view.nodes().get(each.getKey());
      if (worked != null
          && each.getValue().parameters().get("form") instanceof String form
          && !form.isBlank()
          && asks.test(view.workflow().id(), form)) {
        for (Activation activation : worked.activations()) {
          response(view, each.getKey(), each.getValue(), activation).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Response> response(
      RunView view, String node, NodeDefinition definition, Activation activation) {
    Optional<JsonObject> sent = first(activation);
    if (definition.disabled() || activation.state() != NodeState.DONE || sent.isEmpty()) {
      return Optional.empty();
    }
    JsonObject item = sent.get();
    Instant at = activation.ended().orElse(activation.started());
    return switch (definition.type()) {
      case "trigger.form", "flow.form" ->
          // Else nobody saw the form: somebody tried the workflow, or a program began the run.
          "production".equals(item.get("formMode"))
              ? Optional.of(
                  new Response(view.summary(), node, at, Optional.empty(), FormPages.bare(item)))
              : Optional.empty();
      case "flow.task" ->
          item.get("task") instanceof JsonObject task
                  && task.get("answer") instanceof JsonObject answer
              ? Optional.of(new Response(view.summary(), node, at, by(task), answer))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> by(JsonObject task) {
    return task.get("by") instanceof String name ? Optional.of(name) : Optional.empty();
  }

  private Optional<JsonObject> first(Activation activation) {
    for (ItemListRef list : activation.outputs().values()) {
      if (list.size() > 0) {
        try {
          return Optional.of(engine.items(list, 0, 1).items().getFirst().json());
        } catch (EngineException damagedOrPruned) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
