package io.concertmaster.engine.local.trigger;

import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A definition that can run.
 *
 * @param text as the file says it
 * @param hash SHA-256 of the text, in hexadecimal
 * @param triggers the types of the triggers that are not disabled, by node id
 */
public record Checked(Workflow workflow, String text, String hash, Map<String, NodeType> triggers) {
  NodeDefinition node(String id) {
    return Objects.requireNonNull(workflow.nodes().get(id));
  }

  ZoneId zone() {
    return workflow.settings().timezone().orElseGet(ZoneId::systemDefault);
  }

  /** What a trigger listens to, where it does. */
  Optional<Listening> listening(String id, Instant since) throws NodeException {
    NodeType type = Objects.requireNonNull(triggers.get(id));
    return type.listening(node(id).parameters(), zone(), since);
  }

  /** Whether a trigger listens to the same in both. */
  boolean listensAlike(Checked other, String id) {
    NodeDefinition here = workflow.nodes().get(id);
    NodeDefinition there = other.workflow.nodes().get(id);
    return here != null
        && there != null
        && here.type().equals(there.type())
        && here.parameters().equals(there.parameters())
        && zone().equals(other.zone());
  }
}
