package io.concertmaster.engine.local.run;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import io.concertmaster.engine.local.items.ItemStore;
import io.concertmaster.engine.local.items.Lineage;
import io.concertmaster.engine.local.items.ListWriter;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Mode;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.plan.Traces;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.ExecutionOrder;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Item;
import java.time.Duration;
import java.time.Instant;
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
      case PASS -> done(passed(), task.error(), Traces.NONE);
      case PIN -> done(pinned(), Optional.empty(), Traces.NONE);
      case DIVERT -> divert();
    };
  }

  private Event run() throws NodeException, InterruptedException {
    try (ActivationContext context = new ActivationContext(run, services, execution)) {
      Sinks sinks = context.sinks();
      if (task.watermark().isPresent()) {
        sinks.goOn(task.watermark().get(), services.items()::list);
      }
      NodeResult result = hasItems() ? context.work(type) : NodeResult.done();
      if (result instanceof NodeResult.Again) {
        return new Event.Called(task.node(), task.runIndex(), context.pending(), context.traces());
      }
      boolean triesLeft = node.retry().filter(each -> task.attempt() < each.tries()).isPresent();
      if (triesLeft && sinks.firstFailure().isPresent()) {
        throw new NodeException(sinks.firstFailure().get());
      }
      Map<String, ItemListRef> outputs = sinks.finish(task.inputs());
      return switch (result) {
        case NodeResult.WaitUntil wait when wait.until().isAfter(services.now()) ->
            waits(outputs, Optional.of(wait.until()), false, context);
        case NodeResult.WaitForCall wait -> waits(outputs, wait.limit(), true, context);
        default -> done(outputs, sinks.rejected(), context.traces());
      };
    }
  }

  /**
   * Whether a node that takes items has some. In the order v0 an activation may have none at the
   * first input; then the node itself does nothing.
   */
  private boolean hasItems() {
    return run.definition().graph().order() != ExecutionOrder.V0
        || type.descriptor().isTrigger()
        || task.inputs().getFirst().list().size() > 0;
  }

  private Event waits(
      Map<String, ItemListRef> outputs,
      Optional<Instant> until,
      boolean callable,
      ActivationContext context) {
    return new Event.Waits(
        task.node(), task.runIndex(), outputs, until, callable, context.traces());
  }

  private Map<String, ItemListRef> passed() throws InterruptedException {
    ItemListRef list = ItemStore.passed(task.inputs().getFirst().list());
    return standIn(list);
  }

  private Map<String, ItemListRef> pinned() throws InterruptedException {
    List<Item> items = node.pinned().orElse(List.of());
    ListWriter writer = services.items().write();
    for (Item item : items) {
      writer.add(item);
    }
    boolean one = run.definition().graph().node(task.node()).takesOneList();
    long in = task.inputs().getFirst().list().size();
    return standIn(writer.finish(one ? Lineage.between(in, items.size()) : Lineage.AS_SAID));
  }

  /** What leaves by the first output without the node's doing; the stand-in where it is nothing. */
  private Map<String, ItemListRef> standIn(ItemListRef list) throws InterruptedException {
    if (type.outputs(node.parameters()).isEmpty() || (list.size() == 0 && !node.alwaysOutput())) {
      return Map.of();
    }
    ItemListRef sent =
        list.size() > 0 ? list : services.items().store(List.of(Sinks.standIn(task.inputs())));
    return Map.of(run.definition().firstOutput(task.node()), sent);
  }

  private Event divert() throws NodeException, InterruptedException {
    try (ActivationContext context = new ActivationContext(run, services, execution)) {
      List<GuardedList> inputs = new ArrayList<>();
      for (int input = 0; input < task.inputs().size(); input++) {
        inputs.add(context.input(input));
      }
      Sinks sinks = context.sinks();
      sinks.divert(inputs, task.error().map(RunError::message).orElse("failed"));
      return done(sinks.finishDiverted(task.inputs()), task.error(), Traces.NONE);
    }
  }

  private Event done(Map<String, ItemListRef> outputs, Optional<RunError> error, Traces traces) {
    return new Event.Done(task.node(), task.runIndex(), outputs, error, traces);
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
