package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Mode;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does the work of one try of an activation: the node's own, or what stands in for it. Whatever
 * happens in it ends as an {@link Outcome}.
 */
final class Activity {
  /** How the work ended. */
  sealed interface Outcome {
    /** With an event for the journal. */
    record Happened(Event event) implements Outcome {}

    /** It was cut short, and nothing is to be recorded. */
    record CutShort() implements Outcome {}

    /** The store could not take what it made. */
    record NoRoom(StoreException reason) implements Outcome {}
  }

  private final LiveRun run;
  private final Services services;
  private final Execution execution;
  private final Task task;
  private final NodeDefinition node;
  private final NodeType type;

  Activity(LiveRun run, Services services, Execution execution) {
    this.run = run;
    this.services = services;
    this.execution = execution;
    this.task = execution.task();
    this.node = run.definition().node(task.node());
    this.type = run.definition().type(task.node());
  }

  /** Does the work on this thread. */
  Outcome perform() {
    try {
      return new Outcome.Happened(event());
    } catch (NodeException e) {
      return execution.stopped().isPresent() ? cutShort() : failed(Failure.of(task.node(), e));
    } catch (InterruptedException | Execution.Stopped e) {
      return cutShort();
    } catch (StoreException e) {
      return switch (e.kind()) {
        case FULL -> new Outcome.NoRoom(e);
        case CLOSED -> new Outcome.CutShort();
        case DAMAGED, BUSY, FAILED -> failed(Failure.of(task.node(), e.getMessage()));
      };
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return broken(e);
    }
  }

  private Event event() throws NodeException, InterruptedException {
    return switch (task.mode()) {
      case RUN -> run();
      case PASS -> done(passed(), task.error());
      case PIN -> done(pinned(), Optional.empty());
      case DIVERT -> divert();
    };
  }

  private Event run() throws NodeException, InterruptedException {
    Sinks sinks = sinks();
    try (ActivationContext context = new ActivationContext(run, services, execution, sinks)) {
      NodeResult result = type.run(context);
      Map<String, ItemListRef> outputs = sinks.finish(task.inputs());
      return switch (result) {
        case NodeResult.WaitUntil wait when wait.until().isAfter(services.now()) ->
            new Event.Waits(task.node(), task.runIndex(), outputs, wait.until());
        case NodeResult.WaitUntil wait -> done(outputs, sinks.rejected());
        case NodeResult.Done end -> done(outputs, sinks.rejected());
      };
    }
  }

  private Sinks sinks() {
    Progress progress = new Progress(services, run.id(), execution);
    return new Sinks(services, execution, node, type, progress);
  }

  private Map<String, ItemListRef> passed() {
    ItemListRef list = ItemStore.passed(task.inputs().getFirst().list());
    boolean nowhere = list.size() == 0 || type.outputs(node.parameters()).isEmpty();
    return nowhere ? Map.of() : Map.of(run.definition().firstOutput(task.node()), list);
  }

  private Map<String, ItemListRef> pinned() throws InterruptedException {
    List<Item> items = node.pinned().orElse(List.of());
    if (items.isEmpty()) {
      return Map.of();
    }
    return Map.of(run.definition().firstOutput(task.node()), services.items().store(items));
  }

  private Event divert() throws NodeException, InterruptedException {
    Sinks sinks = sinks();
    try (ActivationContext context = new ActivationContext(run, services, execution, sinks)) {
      List<GuardedList> inputs = new ArrayList<>();
      for (int input = 0; input < task.inputs().size(); input++) {
        inputs.add(context.input(input));
      }
      sinks.divert(inputs, task.error().map(RunError::message).orElse("failed"));
      return done(sinks.finishDiverted(task.inputs()), task.error());
    }
  }

  private Event done(Map<String, ItemListRef> outputs, Optional<RunError> error) {
    return new Event.Done(task.node(), task.runIndex(), outputs, error);
  }

  private Outcome failed(RunError error) {
    return new Outcome.Happened(
        new Event.Failed(task.node(), task.runIndex(), task.attempt(), error));
  }

  private Outcome cutShort() {
    return switch (execution.stopped().orElse(null)) {
      case TIME_OVER -> failed(Failure.of(task.node(), tooLong()));
      case null ->
          failed(Failure.of(task.node(), "“" + node.name() + "” interrupted its own thread"));
      case RUN_ENDED, ENGINE_CLOSES -> new Outcome.CutShort();
    };
  }

  private String tooLong() {
    return "“"
        + node.name()
        + "” took longer than "
        + node.timeout().map(Duration::toString).orElse("allowed")
        + ": give it more time in its settings";
  }

  /** A fault of the node type, not of its settings or data. */
  private Outcome broken(Throwable e) {
    if (execution.stopped().isPresent()) {
      return cutShort(); // what a cut-short node throws is no news
    }
    System.getLogger(Activity.class.getName())
        .log(System.Logger.Level.ERROR, "node type " + node.type() + " failed unexpectedly", e);
    String what =
        switch (e) {
          case OutOfMemoryError memory ->
              "memory is used up: give the program more with -Xmx, or work on fewer items at once";
          case StackOverflowError depth -> "data or settings are nested too deeply";
          default -> e.getClass().getSimpleName() + " " + e.getMessage();
        };
    return failed(
        Failure.of(
            task.node(),
            "“" + node.name() + "” (" + node.type() + ") failed unexpectedly: " + what));
  }

  /** Whether the node's time limit holds for this work. */
  static boolean isLimited(Task task) {
    return task.mode() == Mode.RUN;
  }
}
