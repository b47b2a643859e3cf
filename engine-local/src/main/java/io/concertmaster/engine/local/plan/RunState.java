package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the plan of a run stands: what the events so far leave to be done.
 *
 * @param ready the activations that can run, the next on top
 * @param gathering by node with several inputs, the lists that arrived and wait for others; the
 *     nodes in the order in which they began to wait. A list has one place an input.
 * @param begun how many activations each node has had
 * @param sent by which outputs each node sent items; kept in the order v0 only
 * @param blank a list of one empty item, for nodes that the order v0 makes run
 * @param until id of the node after which to stop
 * @param activations how many activations all nodes have had
 * @param maxActivations how many they may have
 * @param clock the time that the run has worked
 */
public record RunState(
    Phase phase,
    Stack ready,
    Map<String, List<List<Input>>> gathering,
    Map<String, Integer> begun,
    Map<String, Sent> sent,
    ItemListRef blank,
    Optional<String> until,
    long activations,
    long maxActivations,
    WorkClock clock) {
  public RunState {
    gathering = Collections.unmodifiableMap(new LinkedHashMap<>(gathering));
    begun = Collections.unmodifiableMap(begun);
    sent = Collections.unmodifiableMap(sent);
  }

  /** Before the first event. */
  public static final RunState NEW =
      new RunState(
          new Phase.New(),
          Stack.EMPTY,
          Map.of(),
          Map.of(),
          Map.of(),
          Input.NONE.list(),
          Optional.empty(),
          0,
          0,
          new WorkClock(Optional.empty(), Duration.ZERO, false, Instant.EPOCH));

  RunState in(Phase next) {
    return new RunState(
        next, ready, gathering, begun, sent, blank, until, activations, maxActivations, clock);
  }

  RunState with(Stack stack, Map<String, List<List<Input>>> lists) {
    return new RunState(
        phase, stack, lists, begun, sent, blank, until, activations, maxActivations, clock);
  }

  RunState at(WorkClock time) {
    return new RunState(
        phase, ready, gathering, begun, sent, blank, until, activations, maxActivations, time);
  }

  /** The activation on top is off the stack and counted. */
  RunState began(Map<String, Integer> counted) {
    return new RunState(
        phase,
        ready.pop(),
        gathering,
        counted,
        sent,
        blank,
        until,
        activations + 1,
        maxActivations,
        clock);
  }

  /** An activation sent items by those outputs that hold some. */
  RunState sent(String node, int runIndex, Map<String, ItemListRef> outputs) {
    Set<String> filled = new HashSet<>();
    outputs.forEach((output, list) -> {
      if (list.size() > 0) {
        filled.add(output);
      }
    });
    Map<String, Sent> all = new HashMap<>(sent);
    all.put(node, new Sent(runIndex, filled, sent.get(node)));
    return new RunState(
        phase, ready, gathering, begun, all, blank, until, activations, maxActivations, clock);
  }

  /** Whether an event is not too late: the activation of which it speaks is where it must be. */
  public boolean expects(Event event) {
    return switch (phase) {
      case Phase.Ended end -> false;
      case Phase.Running(Task task) ->
          switch (event) {
            case Event.Began e -> false;
            case Event.Woke e -> false;
            case Event.Progress e -> task.is(e.node(), e.runIndex());
            case Event.Done e -> task.is(e.node(), e.runIndex());
            case Event.Called e -> task.is(e.node(), e.runIndex());
            case Event.Answered e -> false;
            case Event.Waits e -> task.is(e.node(), e.runIndex());
            case Event.Failed e -> task.is(e.node(), e.runIndex());
            default -> true;
          };
      case Phase.Ready(Task task) when event instanceof Event.Began e ->
          task.is(e.node(), e.runIndex()) && task.attempt() == e.attempt();
      case Phase.Retrying(Task task, Instant due) when event instanceof Event.Woke e ->
          task.is(e.node(), e.runIndex());
      case Phase.Waiting wait when event instanceof Event.Woke e ->
          wait.task().is(e.node(), e.runIndex());
      case Phase.Waiting wait when event instanceof Event.Answered e ->
          wait.callable() && wait.task().is(e.node(), e.runIndex());
      case Phase.Calling(Task task, var runs) when event instanceof Event.Woke e ->
          task.is(e.node(), e.runIndex());
      default ->
          switch (event) {
            case Event.Cancelled e -> true;
            case Event.TimedOut e -> true;
            case Event.Resumed e -> true;
            default -> false;
          };
    };
  }

  /** Whether nothing more will happen. */
  public boolean ended() {
    return phase instanceof Phase.Ended;
  }
}
