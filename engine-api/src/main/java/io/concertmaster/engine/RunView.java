package io.concertmaster.engine;

import io.concertmaster.model.Workflow;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
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
 * @param lastNode the node that worked last, or works now; times alone do not tell, since many
 *     steps may end in one millisecond
 * @param waitingUntil when a resting run goes on by itself
 * @param answerTokens with which someone outside may end waits, by id of the node that waits: more
 *     than one only where branches work at the same time
 * @param mode why it began
 * @param caller the run that began it and gets what it sends
 * @param timeout the longest that it may work, waiting apart; empty for any time
 * @param customData what nodes marked the run with, by name
 * @param told what nodes said to those outside, the newest of each, by node id
 * @param log lines that nodes wrote, oldest first, the newest 1,000
 */
public record RunView(
    RunSummary summary,
    Workflow workflow,
    String definitionHash,
    Map<String, NodeView> nodes,
    Optional<String> lastNode,
    Optional<Instant> waitingUntil,
    Map<String, String> answerTokens,
    RunMode mode,
    Optional<RunId> caller,
    Optional<Duration> timeout,
    Map<String, String> customData,
    Map<String, JsonObject> told,
    List<LogLine> log) {
  public RunView {
    customData = Collections.unmodifiableMap(new LinkedHashMap<>(customData));
    answerTokens = Collections.unmodifiableMap(new LinkedHashMap<>(answerTokens));
    told = Map.copyOf(told);
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    log = List.copyOf(log);
  }

  /** A run that was started by hand and is marked with nothing. */
  public RunView(
      RunSummary summary,
      Workflow workflow,
      String definitionHash,
      Map<String, NodeView> nodes,
      Optional<Instant> waitingUntil,
      List<LogLine> log) {
    this(
        summary,
        workflow,
        definitionHash,
        nodes,
        Optional.empty(),
        waitingUntil,
        Map.of(),
        RunMode.MANUAL,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        log);
  }

  /** The run's number. */
  public RunId id() {
    return summary.id();
  }

  /**
   * With which someone outside may end the wait that began first; empty where the run waits for
   * nobody.
   */
  public Optional<String> answerToken() {
    return answerTokens.values().stream().findFirst();
  }

  /** Whether a token ends one of its waits. */
  public boolean awaits(String token) {
    return answerTokens.containsValue(token);
  }

  /**
   * Whether it rests until someone outside answers. That such a wait ends by itself some day makes
   * no difference; a branch beside it that only waits for a time does: the run goes on then.
   */
  public boolean waitsForSomeone() {
    return status() == RunStatus.WAITING
        && !answerTokens.isEmpty()
        && (waitingUntil.isEmpty()
            || nodes.values().stream()
                .filter(each -> each.state() == NodeState.WAITING)
                .allMatch(each -> answerTokens.containsKey(each.node())));
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
