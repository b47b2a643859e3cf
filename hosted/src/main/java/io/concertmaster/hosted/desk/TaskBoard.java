package io.concertmaster.hosted.desk;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeState;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.hosted.task.BoardTask;
import io.concertmaster.hosted.task.DoneTask;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The tasks of an engine's runs, as lists show them: those that are open, and those that were done
 * lately.
 *
 * <p>Design note. What a run asks stands in its journal, and reading one costs about a millisecond:
 * ten thousand of them for every look at a list would be too much. So all are read once, and after
 * that only runs in which something happened, when somebody looks the next time.
 */
public final class TaskBoard implements AutoCloseable {
  /** So many done tasks are remembered. */
  private static final int DONE = 200;

  /** Among so many of the newest runs those that are done are looked for at first. */
  private static final int LOOKED_BACK = 500;

  /** So many changed runs are not left for the next look. */
  private static final int MANY = 1_000;

  private static final int LONGEST = 300;

  private static final System.Logger LOG = System.getLogger(TaskBoard.class.getName());

  private static final Comparator<BoardTask> ORDER =
      Comparator.comparing((BoardTask each) -> each.due().orElse(Instant.MAX))
          .thenComparingLong(each -> each.run().number());

  private final Engine engine;
  private final Engine.Subscription subscription;
  private final Map<RunId, List<BoardTask>> open = new ConcurrentHashMap<>();
  private final Set<RunId> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean catchingUp = new AtomicBoolean();

  /** The newest first; guarded by this. */
  private List<DoneTask> done = List.of();

  private List<BoardTask> sorted = List.of();
  private boolean loaded;

  /** Those of an engine; nothing is read before somebody looks. */
  public TaskBoard(Engine engine) {
    this.engine = engine;
    this.subscription =
        engine.subscribe(event -> {
          if (matters(event)) {
            changed.add(event.run());
            if (changed.size() > MANY && catchingUp.compareAndSet(false, true)) {
              Thread.ofVirtual().name("task board").start(this::catchUp);
            }
          }
        });
  }

  private boolean matters(RunEvent event) {
    return switch (event) {
      case RunEvent.NodeWaiting wait -> wait.callable();
      case RunEvent.RunResumed _ -> true; // a branch may have asked before another was cut short
      case RunEvent.StatusChanged _, RunEvent.NodeDone _, RunEvent.NodeFailed _ ->
          open.containsKey(event.run());
      case RunEvent.RunStarted _,
          RunEvent.NodeStarted _,
          RunEvent.NodeProgress _,
          RunEvent.NodeTold _ ->
          false;
    };
  }

  /**
   * A run was answered: it is looked at the next time, whether the engine has told of it by then or
   * not.
   */
  public void answered(RunId run) {
    changed.add(run);
  }

  private void catchUp() {
    try {
      open();
    } catch (EngineException e) {
      LOG.log(System.Logger.Level.WARNING, "tasks could not be read", e);
    } finally {
      catchingUp.set(false);
    }
  }

  /** The open tasks: those that are due first, then the oldest. */
  public synchronized List<BoardTask> open() throws EngineException {
    look();
    return sorted;
  }

  /** What was done lately, the newest first; at most 200. */
  public synchronized List<DoneTask> done() throws EngineException {
    look();
    return done;
  }

  private void look() throws EngineException {
    boolean fresh = !loaded;
    if (!loaded) {
      load();
      loaded = true;
    }
    List<RunId> runs = List.copyOf(changed);
    for (RunId run : runs) {
      changed.remove(run); // before it is read: what happens meanwhile is read the next time
      read(run);
    }
    if (fresh || !runs.isEmpty()) {
      sorted = open.values().stream().flatMap(List::stream).sorted(ORDER).toList();
    }
  }

  private void load() throws EngineException {
    for (RunSummary each : engine.unfinished()) {
      if (Tasks.mayAsk(each.status())) {
        List<BoardTask> asked = engine.run(each.id()).map(TaskBoard::asked).orElse(List.of());
        if (!asked.isEmpty()) {
          open.put(each.id(), asked);
        }
      }
    }
    List<DoneTask> before = new ArrayList<>();
    for (RunSummary each : engine.runs(LOOKED_BACK)) {
      Optional<RunView> view = engine.run(each.id());
      if (view.isPresent()) {
        before.addAll(answered(view.get()));
      }
    }
    remember(before);
  }

  private void read(RunId run) throws EngineException {
    Optional<RunView> view = engine.run(run);
    List<BoardTask> asked = view.map(TaskBoard::asked).orElse(List.of());
    List<BoardTask> before = asked.isEmpty() ? open.remove(run) : open.put(run, asked);
    if (view.filter(each -> tells(each.status())).isPresent()) {
      // A task may have come and gone since somebody looked: it was done all the same.
      List<DoneTask> answered = answered(view.get());
      remember(
          before != null && answered.isEmpty()
              ? before.stream()
                  .filter(task -> !asked.contains(task))
                  .map(task -> over(task, view.get()))
                  .toList()
              : answered);
    }
    if (asked.isEmpty() && view.filter(each -> works(each.status())).isPresent()) {
      changed.add(run); // it is about to wait, or to end: looked at again
    }
  }

  /** Whether a task that is not open is over: where a branch was cut short it comes back. */
  private static boolean tells(RunStatus status) {
    return Tasks.mayAsk(status) || status.ended();
  }

  private static boolean works(RunStatus status) {
    return status == RunStatus.RUNNING;
  }

  private static DoneTask over(BoardTask task, RunView view) {
    return new DoneTask(
        task,
        "over",
        Optional.empty(),
        view.summary().ended().orElse(task.due().orElse(task.since())));
  }

  private void remember(List<DoneTask> more) {
    Map<String, DoneTask> all = new HashMap<>();
    List<DoneTask> both = new ArrayList<>(done);
    both.addAll(more);
    // The same task may be told twice, the second time with its answer.
    both.forEach(each ->
        all.put(each.task().run() + " " + each.task().node() + " " + each.task().since(), each));
    done =
        all.values().stream()
            .sorted(Comparator.comparing(DoneTask::at).reversed())
            .limit(DONE)
            .toList();
  }

  /** What a run asks people now. */
  private static List<BoardTask> asked(RunView view) {
    return Tasks.of(view).stream().map(each -> line(view, each)).toList();
  }

  private static BoardTask line(RunView view, OpenTask task) {
    NodeView worked = view.nodes().get(task.node());
    return new BoardTask(
        view.id(),
        task.node(),
        cut(task.title()),
        cut(task.workflow()),
        task.assignee().filter(each -> !each.isBlank()).map(TaskBoard::cut),
        task.due(),
        task.remind(),
        worked == null ? view.summary().started() : worked.last().started());
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return text.substring(0, end) + "…";
  }

  /** What people answered in a run: the newest answer of each of its tasks. */
  private List<DoneTask> answered(RunView view) throws EngineException {
    List<DoneTask> answered = new ArrayList<>();
    for (Map.Entry<String, JsonObject> each : view.told().entrySet()) {
      NodeView node = view.nodes().get(each.getKey());
      if ("task".equals(each.getValue().get("kind"))
          && node != null
          && node.last().state() == NodeState.DONE) {
        OpenTask before =
            new OpenTask(
                view.id(), each.getKey(), view.summary().workflowName(), "", each.getValue());
        answered.add(answer(line(view, before), node.last()));
      }
    }
    return answered;
  }

  private DoneTask answer(BoardTask task, Activation activation) throws EngineException {
    Instant at = activation.ended().orElse(activation.started());
    for (Map.Entry<String, ItemListRef> each : activation.outputs().entrySet()) {
      ItemListRef list = each.getValue();
      if (list.size() > 0
          && !each.getKey().equals("overdue") // what left by it may carry an earlier answer
          && engine.items(list, 0, 1).items().getFirst().json().get("task")
              instanceof JsonObject said) {
        return new DoneTask(
            task,
            said.get("decision") instanceof String decision ? decision : "answered",
            said.get("by") instanceof String by ? Optional.of(by) : Optional.empty(),
            at);
      }
    }
    boolean late = activation.outputs().containsKey("overdue");
    return new DoneTask(task, late ? "overdue" : "over", Optional.empty(), at);
  }

  @Override
  public void close() {
    subscription.close();
  }
}
