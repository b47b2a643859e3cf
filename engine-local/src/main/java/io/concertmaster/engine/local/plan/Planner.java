package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The law of a run: state and event give state and commands. Pure, so that running, resuming after
 * a crash, and looking at an old run are one fold.
 *
 * <p>Design note. The phases and what leads from one to the next:
 *
 * <pre>
 *   New ──RunStarted──▶ Ready ──Began──▶ Running ──Done──▶ Ready (the next activation) or Ended
 *                         ▲                 │ ──Progress──▶ Running: a crash leads back to there
 *                         │                 │ ──Waits──▶ Waiting ──Woke──▶ Ready or Ended
 *                         │                 │ ──Failed──▶ Retrying ──Woke──▶ Ready (next attempt)
 *                         │                 │ ──Failed──▶ Ready (Pass or Divert) or Ended
 *                         │                 │ ──Decided──▶ as it says
 *                         └────Resumed──────┘ where the activation may be repeated; where its
 *                                             node says so it counts as failed instead
 *   any but Ended ──Cancelled, TimedOut──▶ Ended
 * </pre>
 *
 * <p>An event that its phase does not foresee is a fault of the caller, or of a journal, and is
 * refused.
 */
public final class Planner {
  private final Graph graph;
  private final Flow flow;

  /** A planner for the runs of one definition. */
  public Planner(Graph graph) {
    this.graph = graph;
    this.flow = new Flow(graph);
  }

  /** A state, and what is to be done now that a run is in it. */
  public record Step(RunState state, List<Command> commands) {
    public Step {
      commands = List.copyOf(commands);
    }

    private Step(RunState state, Command... commands) {
      this(state, List.of(commands));
    }
  }

  /**
   * What an event leads to.
   *
   * @param at when it happened
   * @throws IllegalStateException when the state does not foresee it
   */
  public Step apply(RunState state, Event event, Instant at) {
    Step step = next(state, event, at);
    WorkClock before = step.state().clock();
    boolean ticks =
        switch (step.state().phase()) {
          case Phase.Ready r -> true;
          case Phase.Running r -> true;
          case Phase.Retrying r -> true;
          case Phase.New n -> false;
          case Phase.Waiting w -> false;
          case Phase.Calling c -> false;
          case Phase.Ended e -> false;
        };
    boolean gap = event instanceof Event.Resumed || event instanceof Event.Decided;
    WorkClock after = gap ? before.afterGap(at, ticks) : before.then(at, ticks);
    return new Step(step.state().at(after), step.commands());
  }

  private Step next(RunState state, Event event, Instant at) {
    if (event instanceof Event.Logged || event instanceof Event.Parked) {
      return new Step(state);
    }
    return switch (state.phase()) {
      case Phase.New phase when event instanceof Event.RunStarted e -> start(e, at);
      case Phase.Ended phase -> throw refused(state, event);
      case Phase phase when event instanceof Event.Cancelled ->
          end(state, RunStatus.CANCELLED, Optional.empty(), new Command.Interrupt());
      case Phase phase when event instanceof Event.TimedOut ->
          end(state, RunStatus.TIMED_OUT, Optional.of(overdue(state)), new Command.Interrupt());
      case Phase.Ready(Task task)
          when event instanceof Event.Began e && task.is(e.node(), e.runIndex()) ->
          new Step(state.in(new Phase.Running(task)));
      case Phase.Ready(Task task) when event instanceof Event.Resumed -> ready(state, task);
      case Phase.Running(Task task)
          when event instanceof Event.Progress e && task.is(e.node(), e.runIndex()) ->
          new Step(state.in(new Phase.Running(task.at(e.watermark()))));
      case Phase.Running(Task task)
          when event instanceof Event.Done e && task.is(e.node(), e.runIndex()) ->
          next(flow.deliver(state, task, e.outputs()));
      case Phase.Running(Task task)
          when event instanceof Event.Waits e && task.is(e.node(), e.runIndex()) ->
          rest(state, new Phase.Waiting(task, e.until(), e.callable(), e.outputs()));
      case Phase.Running(Task task)
          when event instanceof Event.Called e && task.is(e.node(), e.runIndex()) ->
          await(state, new Phase.Calling(task, e.runs()));
      case Phase.Running(Task task)
          when event instanceof Event.Failed e && task.is(e.node(), e.runIndex()) ->
          failed(state, task, e.error(), at);
      case Phase.Running(Task task)
          when event instanceof Event.Decided e && task.is(e.node(), e.runIndex()) ->
          decided(state, task, e.decision());
      case Phase.Running(Task task) when event instanceof Event.Resumed ->
          switch (cutShort(task)) {
            case RETRY -> ready(state, task);
            case FAIL -> decided(state, task, UncertainDecision.FAIL);
            case ASK -> throw refused(state, event);
          };
      case Phase.Retrying(Task task, Instant due)
          when event instanceof Event.Woke e && task.is(e.node(), e.runIndex()) ->
          ready(state, task.nextAttempt());
      case Phase.Retrying(Task task, Instant due) when event instanceof Event.Resumed ->
          rest(state, state.phase(), task, due);
      case Phase.Waiting wait
          when event instanceof Event.Woke e && wait.task().is(e.node(), e.runIndex()) ->
          next(flow.deliver(state, wait.task(), wait.outputs()));
      case Phase.Waiting wait
          when event instanceof Event.Answered e && wait.task().is(e.node(), e.runIndex()) ->
          next(flow.deliver(state, wait.task(), e.outputs()));
      case Phase.Waiting wait when event instanceof Event.Resumed -> rest(state, wait);
      case Phase.Waiting wait when event instanceof Event.Upgraded -> new Step(state);
      case Phase.Calling(Task task, var runs)
          when event instanceof Event.Woke e && task.is(e.node(), e.runIndex()) ->
          ready(state, task);
      case Phase.Calling call when event instanceof Event.Resumed -> await(state, call);
      default -> throw refused(state, event);
    };
  }

  /**
   * Whether nobody knows if the activation under way had its effect, should the run have been cut
   * short in this state: a person must decide.
   */
  public boolean uncertain(RunState state) {
    return state.phase() instanceof Phase.Running(Task task) && cutShort(task) == OnUncertain.ASK;
  }

  /** The event that says that an activation begins. */
  public Event.Began began(Task task) {
    return new Event.Began(
        task.node(),
        task.runIndex(),
        task.attempt(),
        task.mode(),
        cutShort(task) == OnUncertain.ASK,
        task.inputs());
  }

  /** What is to be done with an activation that was cut short. */
  private OnUncertain cutShort(Task task) {
    GraphNode node = graph.node(task.node());
    return task.mode() == Mode.RUN && node.effect() == Effect.UNSAFE
        ? node.onUncertain()
        : OnUncertain.RETRY;
  }

  private Step start(Event.RunStarted event, Instant at) {
    WorkClock clock = new WorkClock(event.timeout(), Duration.ZERO, true, at);
    RunState fresh =
        new RunState(
            RunState.NEW.phase(),
            Stack.EMPTY,
            RunState.NEW.gathering(),
            RunState.NEW.begun(),
            RunState.NEW.sent(),
            event.blank().orElse(Input.NONE.list()),
            event.until(),
            0,
            event.maxActivations(),
            clock);
    Input input = new Input(event.input(), Optional.empty());
    return next(flow.arrive(fresh, event.start(), input));
  }

  private Step next(RunState state) {
    RunState fed = flow.feed(state);
    if (fed.ready().isEmpty()) {
      return end(fed, RunStatus.SUCCEEDED, Optional.empty());
    }
    if (fed.activations() >= fed.maxActivations()) {
      return end(fed, RunStatus.FAILED, Optional.of(endless(fed)));
    }
    Task task = fed.ready().top();
    int runIndex = fed.begun().getOrDefault(task.node(), 0);
    return ready(flow.began(fed, task.node()), task.withRunIndex(runIndex));
  }

  private static Step ready(RunState state, Task task) {
    return new Step(state.in(new Phase.Ready(task)), new Command.Begin(task));
  }

  private static Step rest(RunState state, Phase phase, Task task, Instant due) {
    return new Step(state.in(phase), new Command.WakeAt(task.node(), task.runIndex(), due));
  }

  private static Step rest(RunState state, Phase.Waiting wait) {
    return wait.due().isPresent()
        ? rest(state, wait, wait.task(), wait.due().get())
        : new Step(state.in(wait), new Command.Rest());
  }

  private static Step await(RunState state, Phase.Calling call) {
    return new Step(state.in(call), new Command.AwaitRuns(call.task(), call.runs()));
  }

  private static Step end(
      RunState state, RunStatus status, Optional<RunError> error, Command... before) {
    RunState ended = state.in(new Phase.Ended(status, error));
    Command finish = new Command.Finish(status, error);
    return before.length == 0 ? new Step(ended, finish) : new Step(ended, before[0], finish);
  }

  private Step failed(RunState state, Task task, RunError error, Instant at) {
    Optional<Retry> retry = graph.node(task.node()).retry();
    if (task.mode() == Mode.RUN && retry.isPresent() && task.attempt() < retry.get().tries()) {
      Instant due = at.plus(retry.get().pauseBefore(task.attempt() + 1));
      return rest(state, new Phase.Retrying(task, due), task, due);
    }
    return givenUp(state, task, error);
  }

  private Step givenUp(RunState state, Task task, RunError error) {
    if (task.mode() != Mode.RUN) {
      return end(state, RunStatus.FAILED, Optional.of(error));
    }
    return switch (graph.node(task.node()).onError()) {
      case STOP -> end(state, RunStatus.FAILED, Optional.of(error));
      case CONTINUE -> ready(state, task.after(error, Mode.PASS));
      case OUTPUT -> ready(state, task.after(error, Mode.DIVERT));
    };
  }

  private Step decided(RunState state, Task task, UncertainDecision decision) {
    return switch (decision) {
      case RETRY -> ready(state, task);
      case SKIP -> ready(state, task.withMode(Mode.PASS));
      case FAIL -> {
        String name = graph.node(task.node()).name();
        yield givenUp(
            state, task, error(task, "“" + name + "” was cut short and was declared failed"));
      }
    };
  }

  private RunError overdue(RunState state) {
    String limit = state.clock().limit().map(Object::toString).orElse("allowed");
    return new RunError(
        Optional.empty(),
        "the run took longer than " + limit + ": give it more time in the workflow's settings",
        "",
        OptionalLong.empty());
  }

  private RunError endless(RunState state) {
    String node = graph.node(state.ready().top().node()).name();
    return new RunError(
        Optional.of(state.ready().top().node()),
        "more than "
            + state.maxActivations()
            + " steps: the loop through “"
            + node
            + "” seems to have no end",
        "",
        OptionalLong.empty());
  }

  private static RunError error(Task task, String message) {
    return new RunError(Optional.of(task.node()), message, "", OptionalLong.empty());
  }

  private static IllegalStateException refused(RunState state, Event event) {
    return new IllegalStateException("a run in " + state.phase() + " cannot take " + event);
  }
}
