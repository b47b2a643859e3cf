package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.OnUncertain;
import io.concertmaster.model.Retry;
import io.concertmaster.node.Effect;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an event makes of one activation, whatever else is under way in its run. Pure. */
final class Moves {
  /** What becomes of an activation. */
  sealed interface Move {
    /** It stays under way; the command may be none. */
    record On(Phase.Active phase, Optional<Command> command) implements Move {}

    /** It is done, and this leaves it. */
    record Sends(Map<String, ItemListRef> outputs) implements Move {}

    /** It ends the run. */
    record Fails(RunError error) implements Move {}
  }

  private final Graph graph;

  Moves(Graph graph) {
    this.graph = graph;
  }

  /**
   * What an event that speaks of an activation makes of it.
   *
   * @param at when it happened
   * @return empty where its phase does not foresee the event
   */
  Optional<Move> of(Phase.Active active, Event event, Instant at) {
    return Optional.ofNullable(
        switch (active) {
          case Phase.Ready(Task task) ->
              event instanceof Event.Began ? on(new Phase.Running(task)) : null;
          case Phase.Running(Task task) -> running(task, event, at);
          case Phase.Retrying(Task task, Instant due) ->
              event instanceof Event.Woke ? ready(task.nextAttempt()) : null;
          case Phase.Waiting wait ->
              switch (event) {
                case Event.Woke e -> new Move.Sends(wait.outputs());
                case Event.Answered e -> new Move.Sends(e.outputs());
                default -> null;
              };
          case Phase.Calling(Task task, var runs) ->
              event instanceof Event.Woke ? ready(task) : null;
        });
  }

  private @Nullable Move running(Task task, Event event, Instant at) {
    return switch (event) {
      case Event.Progress e -> on(new Phase.Running(task.at(e.watermark())));
      case Event.Done e -> new Move.Sends(e.outputs());
      case Event.Waits e -> rest(new Phase.Waiting(task, e.until(), e.callable(), e.outputs()));
      case Event.Called e -> await(new Phase.Calling(task, e.runs()));
      case Event.Failed e -> failed(task, e.error(), at);
      case Event.Decided e -> decided(task, e.decision());
      default -> null;
    };
  }

  /**
   * What becomes of an activation when its run goes on after it was cut short.
   *
   * @return empty where a person must decide first
   */
  Optional<Move> resumed(Phase.Active active) {
    return Optional.ofNullable(
        switch (active) {
          case Phase.Ready(Task task) -> ready(task);
          case Phase.Running(Task task) ->
              switch (cutShort(task)) {
                case RETRY -> ready(task);
                case FAIL -> decided(task, UncertainDecision.FAIL);
                case ASK -> null;
              };
          case Phase.Retrying pause -> on(pause, wakeAt(pause.task(), pause.due()));
          case Phase.Waiting wait -> rest(wait);
          case Phase.Calling call -> await(call);
        });
  }

  /** Whether nobody knows if an activation had its effect, should it be cut short now. */
  boolean uncertain(Phase.Active active) {
    return active instanceof Phase.Running(Task task) && cutShort(task) == OnUncertain.ASK;
  }

  /** What is to be done with an activation that was cut short. */
  OnUncertain cutShort(Task task) {
    GraphNode node = graph.node(task.node());
    return task.mode() == Mode.RUN && node.effect() == Effect.UNSAFE
        ? node.onUncertain()
        : OnUncertain.RETRY;
  }

  static Move.On ready(Task task) {
    return on(new Phase.Ready(task), new Command.Begin(task));
  }

  private static Move.On rest(Phase.Waiting wait) {
    return on(
        wait,
        wait.due().<Command>map(due -> wakeAt(wait.task(), due)).orElseGet(Command.Rest::new));
  }

  private static Move.On await(Phase.Calling call) {
    return on(call, new Command.AwaitRuns(call.task(), call.runs()));
  }

  private static Command wakeAt(Task task, Instant due) {
    return new Command.WakeAt(task.node(), task.runIndex(), due);
  }

  private static Move.On on(Phase.Active phase, Command command) {
    return new Move.On(phase, Optional.of(command));
  }

  private static Move.On on(Phase.Active phase) {
    return new Move.On(phase, Optional.empty());
  }

  private Move failed(Task task, RunError error, Instant at) {
    Optional<Retry> retry = graph.node(task.node()).retry();
    if (task.mode() == Mode.RUN && retry.isPresent() && task.attempt() < retry.get().tries()) {
      Instant due = at.plus(retry.get().pauseBefore(task.attempt() + 1));
      return on(new Phase.Retrying(task, due), wakeAt(task, due));
    }
    return givenUp(task, error);
  }

  private Move givenUp(Task task, RunError error) {
    if (task.mode() != Mode.RUN) {
      return new Move.Fails(error);
    }
    return switch (graph.node(task.node()).onError()) {
      case STOP -> new Move.Fails(error);
      case CONTINUE -> ready(task.after(error, Mode.PASS));
      case OUTPUT -> ready(task.after(error, Mode.DIVERT));
    };
  }

  private Move decided(Task task, UncertainDecision decision) {
    return switch (decision) {
      case RETRY -> ready(task);
      case SKIP -> ready(task.withMode(Mode.PASS));
      case FAIL -> {
        String name = graph.node(task.node()).name();
        yield givenUp(task, error(task, "“" + name + "” was cut short and was declared failed"));
      }
    };
  }

  private static RunError error(Task task, String message) {
    return new RunError(Optional.of(task.node()), message, "", OptionalLong.empty());
  }
}
