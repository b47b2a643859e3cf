package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.local.plan.GraphNode;
import io.concertmaster.engine.local.plan.Mode;
import java.util.List;
import java.util.function.Predicate;

/** At which node a run begins. */
final class StartNode {
  private StartNode() {}

  /**
   * The node that the request names; else the first trigger that is not disabled; else the first
   * node into which no connection leads.
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
    Predicate<GraphNode> enabled = node -> node.mode() != Mode.PASS;
    Predicate<GraphNode> trigger = node -> definition.type(node.id()).descriptor().isTrigger();
    Predicate<GraphNode> first = node -> node.connected().isEmpty();
    for (Predicate<GraphNode> rule : List.of(trigger, first)) {
      var found =
          definition.graph().nodes().values().stream().filter(enabled.and(rule)).findFirst();
      if (found.isPresent()) {
        return found.get().id();
      }
    }
    throw new EngineException(
        Reason.INVALID_WORKFLOW,
        "“" + definition.workflow().name() + "” has no node to begin at: add a trigger");
  }
}
