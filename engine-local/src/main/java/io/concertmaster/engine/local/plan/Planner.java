package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.RunError;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.model.OnUncertain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * <p>So it goes for each activation ({@link Moves}). Where a workflow asks for branches at the same
 * time, several are under way at once, each in its phase, and {@link Lanes} says which may begin.
 *
 * <p>An event that its phase does not foresee is a fault of the caller, or of a journal, and is
 * refused.
 */
public final class Planner {
  private final Graph graph;
  private final Flow flow;
  private final Moves moves;
  private final Lanes lanes;

  /** A planner for the runs of one definition. */
  public Planner(Graph graph) {
    this.graph = graph;
    this.flow = new Flow(graph);
    this.moves = new Moves(graph);
    this.lanes = new Lanes(graph, flow, moves);
  }

  /** A state, and what is to be done now that a run is in it. */
  public record Step(RunState state, List<Command> commands) {
    public Step {
      commands = List.copyOf(commands);
    }

    private Step(RunState state, Command... commands) {
      this(state, List.of(commands));
    }

    /** What is to be done besides a command. */
    public Step without(Command command) {
      return new Step(state, commands.stream().filter(each -> !each.equals(command)).toList());
    }

    /** What is to be done after this step and the one that follows it. */
    public Step then(Step next) {
      List<Command> all = new ArrayList<>(commands);
      all.addAll(next.commands());
      return new Step(next.state(), all);
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
    boolean ticks = step.state().active().stream().anyMatch(Phase.Active::works);
    boolean gap = event instanceof Event.Resumed || event instanceof Event.Decided;
    WorkClock after = gap ? before.afterGap(at, ticks) : before.then(at, ticks);
    return new Step(step.state().at(after), step.commands());
  }

  private Step next(RunState state, Event event, Instant at) {
    if (event instanceof Event.Logged
        || event instanceof Event.Parked
        || event instanceof Event.LastStep) {
      return new Step(state);
    }
    return switch (state.phase()) {
      case Phase.New phase when event instanceof Event.RunStarted e -> start(e, at);
      case Phase.New phase -> throw refused(state, event);
      case Phase.Ended phase -> throw refused(state, event);
      case Phase phase when event instanceof Event.Cancelled ->
          end(state, RunStatus.CANCELLED, Optional.empty(), new Command.Interrupt());
      case Phase phase when event instanceof Event.TimedOut ->
          end(state, RunStatus.TIMED_OUT, Optional.of(overdue(state)), new Command.Interrupt());
      case Phase.Waiting wait when event instanceof Event.Upgraded -> new Step(state);
      case Phase.Active active ->
          (event instanceof Event.Resumed
                  ? moves.resumed(active)
                  : state.of(event).flatMap(one -> moves.of(one, event, at)))
              .map(move -> go(state, active, move))
              .orElseThrow(() -> refused(state, event));
      case Phase.Lanes(Line line) ->
          lanes.apply(state, line, event, at).orElseThrow(() -> refused(state, event));
    };
  }

  private Step go(RunState state, Phase.Active active, Moves.Move move) {
    return switch (move) {
      case Moves.Move.On(Phase.Active phase, Optional<Command> command) ->
          new Step(state.in(phase), command.stream().toList());
      case Moves.Move.Sends(var outputs) -> next(flow.deliver(state, active.task(), outputs));
      case Moves.Move.Fails(RunError error) -> failed(state, error);
    };
  }

  /**
   * The activations under way of which nobody knows if they had their effect, should the run have
   * been cut short in this state: a person must decide about them.
   */
  public List<Task> uncertainTasks(RunState state) {
    return state.active().stream().filter(moves::uncertain).map(Phase.Active::task).toList();
  }

  /** The event that says that an activation begins. */
  public Event.Began began(Task task) {
    return new Event.Began(
        task.node(),
        task.runIndex(),
        task.attempt(),
        task.lane(),
        task.mode(),
        moves.cutShort(task) == OnUncertain.ASK,
        task.inputs());
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
    return graph.lanes() > 1
        ? lanes.start(fresh, event.start(), input)
        : next(flow.arrive(fresh, event.start(), input));
  }

  private Step next(RunState state) {
    RunState fed = flow.feed(state);
    if (fed.ready().isEmpty()) {
      return succeeded(fed);
    }
    Task task = fed.ready().top();
    if (fed.activations() >= fed.maxActivations()) {
      return failed(fed, flow.endless(fed, task.node()));
    }
    int runIndex = fed.begun().getOrDefault(task.node(), 0);
    RunState begun = fed.with(fed.ready().pop(), fed.gathering());
    Moves.Move.On ready = Moves.ready(task.withRunIndex(runIndex));
    return new Step(
        flow.began(begun, task.node()).in(ready.phase()), ready.command().stream().toList());
  }

  /** The run has come to its end. */
  static Step succeeded(RunState state) {
    return end(state, RunStatus.SUCCEEDED, Optional.empty());
  }

  /** The run has failed; where it has branches, another one may be at work. */
  static Step failed(RunState state, RunError error) {
    return state.phase() instanceof Phase.Lanes
        ? end(state, RunStatus.FAILED, Optional.of(error), new Command.Interrupt())
        : end(state, RunStatus.FAILED, Optional.of(error));
  }

  private static Step end(
      RunState state, RunStatus status, Optional<RunError> error, Command... before) {
    Optional<Place.Past> last =
        status == RunStatus.SUCCEEDED && state.phase() instanceof Phase.Lanes(Line line)
            ? line.past()
            : Optional.empty();
    RunState ended = state.in(new Phase.Ended(status, error, last));
    Command finish = new Command.Finish(status, error);
    return before.length == 0 ? new Step(ended, finish) : new Step(ended, before[0], finish);
  }

  private RunError overdue(RunState state) {
    String limit = state.clock().limit().map(Object::toString).orElse("allowed");
    return new RunError(
        Optional.empty(),
        "the run took longer than " + limit + ": give it more time in the workflow's settings",
        "",
        OptionalLong.empty());
  }

  private static IllegalStateException refused(RunState state, Event event) {
    return new IllegalStateException("a run in " + state.phase() + " cannot take " + event);
  }
}
