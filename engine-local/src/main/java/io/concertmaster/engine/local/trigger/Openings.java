package io.concertmaster.engine.local.trigger;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.Opening;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The triggers of a definition that others call. */
final class Openings {
  private Openings() {}

  /**
   * Those of a definition.
   *
   * @throws EngineException when a setting does not let one listen
   */
  static List<Opening> of(Checked definition, Path folder, Instant since) throws EngineException {
    List<Opening> openings = new ArrayList<>();
    for (String node : definition.triggers().keySet()) {
      String name = definition.node(node).name();
      try {
        definition
            .listening(node, since)
            .filter(each -> each instanceof Listening.Call || each instanceof Listening.Form)
            .map(each -> Opening.of(definition.workflow(), node, folder, each))
            .ifPresent(openings::add);
      } catch (NodeException e) {
        throw new EngineException(
            Reason.INVALID_WORKFLOW,
            "the trigger “" + name + "” cannot listen: " + e.getMessage(),
            e);
      }
    }
    return openings;
  }

  /**
   * Refuses an address that another workflow has.
   *
   * @param others the triggers of other workflows
   */
  static void mustBeFree(List<Opening> openings, List<Opening> others) throws EngineException {
    for (Opening each : openings) {
      for (Opening other : others) {
        if (each.clashesWith(other)) {
          throw new EngineException(
              Reason.INVALID_WORKFLOW, "“" + each.nodeName() + "” " + each.takenBy(other));
        }
      }
    }
  }
}
