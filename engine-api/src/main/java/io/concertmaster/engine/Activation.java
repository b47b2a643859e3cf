package io.concertmaster.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One time that a node ran.
 *
 * @param runIndex how often it ran before in this run, from 0
 * @param attempt the newest try, from 1
 * @param inputs the lists it got, one an input by position; empty lists where an input had nothing
 * @param outputs the lists that left it, by output id; complete once it is done
 * @param progress items written so far, all outputs together; for a live view
 * @param error why the newest try failed, if it did; a node that is done may have one, when its
 *     policy went on
 */
public record Activation(
    int runIndex,
    NodeState state,
    int attempt,
    Instant started,
    Optional<Instant> ended,
    List<ItemListRef> inputs,
    Map<String, ItemListRef> outputs,
    long progress,
    Optional<RunError> error) {
  public Activation {
    inputs = List.copyOf(inputs);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** How long it took, or has taken until a moment. */
  public Duration took(Instant now) {
    return Duration.between(started, ended.orElse(now));
  }
}
