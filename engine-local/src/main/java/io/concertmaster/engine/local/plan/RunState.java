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
import java.util.function.Predicate;

/**
 * How the plan of a run stands: what the events so far leave to be done.
 *
 * @param ready the activations that can run, the next on top; empty where branches work at the same
 *     time, since what is to come stands in their {@link Line} then
 * @param gathering by node with several inputs, the lists that arrived and wait for others; the
 *     nodes in the order in which they began to wait
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
    Map<String, List<InputSet>> gathering,
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

  RunState with(Stack stack, Map<String, List<InputSet>> lists) {
    return new RunState(
        phase, stack, lists, begun, sent, blank, until, activations, maxActivations, clock);
  }

  RunState at(WorkClock time) {
    return new RunState(
        phase, ready, gathering, begun, sent, blank, until, activations, maxActivations, time);
  }

  /** One more activation has begun. */
  RunState began(Map<String, Integer> counted) {
    return new RunState(
        phase,
        ready,
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

  /**
   * The activations under way, in the order in which they would go one after the other: at most one
   * where branches do.
   */
  public List<Phase.Active> active() {
    return switch (phase) {
      case Phase.Active active -> List.of(active);
      case Phase.Lanes(Line line) -> line.active();
      case Phase.New none -> List.of();
      case Phase.Ended none -> List.of();
    };
  }

  /** An activation under way; empty where it is not. */
  public Optional<Phase.Active> active(String node, int runIndex) {
    return active().stream().filter(each -> each.task().is(node, runIndex)).findFirst();
  }

  /** The activation of which an event speaks; empty where it is not under way. */
  Optional<Phase.Active> of(Event event) {
    return active(EventJson.node(event), EventJson.runIndex(event));
  }

  /** Whether all that is under way waits for a moment or for someone outside. */
  public boolean waits() {
    List<Phase.Active> active = active();
    return !active.isEmpty() && active.stream().allMatch(each -> each instanceof Phase.Waiting);
  }

  /** Whether nothing happens by itself, or only in runs that were called. */
  public boolean isQuiet() {
    List<Phase.Active> active = active();
    return !active.isEmpty() && active.stream().noneMatch(Phase.Active::works);
  }

  /** Whether an event is not too late: the activation of which it speaks is where it must be. */
  public boolean expects(Event event) {
    return switch (event) {
      case Event.Cancelled e -> !ended();
      case Event.TimedOut e -> !ended();
      case Event.Resumed e -> !ended();
      case Event.Began e -> is(event, each -> isReady(each, e.attempt()));
      case Event.Progress e -> is(event, RunState::isRunning);
      case Event.Done e -> is(event, RunState::isRunning);
      case Event.Called e -> is(event, RunState::isRunning);
      case Event.Waits e -> is(event, RunState::isRunning);
      case Event.Failed e -> is(event, RunState::isRunning);
      case Event.Decided e -> is(event, RunState::isRunning);
      case Event.Woke e -> is(event, RunState::sleeps);
      case Event.Answered e -> is(event, RunState::asks);
      case Event.RunStarted e -> false;
      case Event.Parked e -> false;
      case Event.Logged e -> false;
      case Event.Upgraded e -> false;
      case Event.LastStep e -> false;
    };
  }

  private boolean is(Event event, Predicate<Phase.Active> such) {
    return of(event).filter(such).isPresent();
  }

  private static boolean isReady(Phase.Active active, int attempt) {
    return active instanceof Phase.Ready(Task task) && task.attempt() == attempt;
  }

  private static boolean isRunning(Phase.Active active) {
    return active instanceof Phase.Running;
  }

  private static boolean sleeps(Phase.Active active) {
    return !(active instanceof Phase.Ready || active instanceof Phase.Running);
  }

  private static boolean asks(Phase.Active active) {
    return active instanceof Phase.Waiting wait && wait.callable();
  }

  /** Whether nothing more will happen. */
  public boolean ended() {
    return phase instanceof Phase.Ended;
  }
}
