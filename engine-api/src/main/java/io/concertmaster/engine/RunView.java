package io.concertmaster.engine;

import io.concertmaster.model.Workflow;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run stands: the fold over its journal.
 *
 * @param workflow the definition to which it is pinned
 * @param definitionHash SHA-256 of the definition's text, in hexadecimal
 * @param nodes by node id, in the order in which they first started; nodes that never started are
 *     not in it
 * @param waitingUntil when a resting run goes on
 * @param log lines that nodes wrote, oldest first, the newest 1,000
 */
public record RunView(
    RunSummary summary,
    Workflow workflow,
    String definitionHash,
    Map<String, NodeView> nodes,
    Optional<Instant> waitingUntil,
    List<LogLine> log) {
  public RunView {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    log = List.copyOf(log);
  }

  /** The run's number. */
  public RunId id() {
    return summary.id();
  }

  /** How it stands. */
  public RunStatus status() {
    return summary.status();
  }

  /**
   * A line that a node wrote.
   *
   * @param node the node's id
   */
  public record LogLine(Instant at, String node, String text) {}
}
