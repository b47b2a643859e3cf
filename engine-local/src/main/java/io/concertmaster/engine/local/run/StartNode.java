package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunMode;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.local.plan.GraphNode;
import io.concertmaster.engine.local.plan.Mode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** At which node a run begins. */
final class StartNode {
  /** The type of the trigger of runs that others call. */
  private static final String CALLED = "trigger.subworkflow";

  /** The type of the trigger of runs that hear of a failure. */
  private static final String ERROR = "trigger.error";

  private StartNode() {}

  /**
   * The node that the request names. Else, of those that are not disabled: the trigger for such a
   * run; the first trigger for people and events; the first trigger; the first node into which no
   * connection leads; the only node.
   *
   * @throws EngineException when there is none
   */
  static String of(RunRequest request, Definition definition) throws EngineException {
    for (String named : List.of(request.trigger().orElse(""), request.until().orElse(""))) {
      if (!named.isEmpty() && !definition.graph().nodes().containsKey(named)) {
        throw new EngineException(
            Reason.INVALID_WORKFLOW,
            "“" + definition.workflow().name() + "” has no node “" + named + "” that runs");
      }
    }
    if (request.trigger().isPresent()) {
      return request.trigger().get();
    }
    for (Predicate<GraphNode> rule : rules(request.mode(), definition)) {
      var found =
          definition.graph().nodes().values().stream()
              .filter(node -> node.mode() != Mode.PASS)
              .filter(rule)
              .findFirst();
      if (found.isPresent()) {
        return found.get().id();
      }
    }
    String missing =
        request.mode() == RunMode.ERROR
            ? " hears of no failures: add an error trigger"
            : " has no node to begin at: add a trigger";
    throw new EngineException(
        Reason.INVALID_WORKFLOW, "“" + definition.workflow().name() + "”" + missing);
  }

  private static List<Predicate<GraphNode>> rules(RunMode mode, Definition definition) {
    Predicate<GraphNode> called = node -> type(node, definition).equals(CALLED);
    Predicate<GraphNode> error = node -> type(node, definition).equals(ERROR);
    if (mode == RunMode.ERROR) {
      return List.of(error);
    }
    Predicate<GraphNode> trigger = node -> definition.type(node.id()).descriptor().isTrigger();
    Predicate<GraphNode> first = node -> node.connected().isEmpty();
    List<Predicate<GraphNode>> rules =
        List.of(
            trigger.and(called.or(error).negate()),
            trigger,
            first.and(node -> !node.wires().isEmpty()), // what only serves others comes later
            first,
            only(definition));
    return mode == RunMode.INTEGRATED
        ? Stream.concat(Stream.of(called), rules.stream()).toList()
        : rules;
  }

  private static Predicate<GraphNode> only(Definition definition) {
    return node -> definition.graph().nodes().size() == 1;
  }

  private static String type(GraphNode node, Definition definition) {
    return definition.node(node.id()).type();
  }
}
