package io.concertmaster.designer.inbox;

import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.Pulse;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.hosted.desk.OpenTask;
import io.concertmaster.hosted.desk.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The open tasks of this machine's runs, as they come and go. All are looked for once; then only
 * runs in which something happened.
 */
public final class InboxFeed {
  private static final Comparator<OpenTask> ORDER =
      Comparator.comparing((OpenTask each) -> each.due().orElse(Instant.MAX))
          .thenComparingLong(each -> each.run().number());

  private final EngineSession engine;
  private final Map<RunId, List<OpenTask>> open = new ConcurrentHashMap<>();
  private final Set<RunId> changed = ConcurrentHashMap.newKeySet();
  private final ReadOnlyObjectWrapper<Optional<List<OpenTask>>> tasks =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Of an engine; its properties belong to the JavaFX thread. */
  public InboxFeed(EngineSession engine) {
    this.engine = engine;
    Pulse pulse = new Pulse(150, this::look);
    engine.listen(event -> {
      if (matters(event)) {
        changed.add(event.run());
        pulse.ask();
      }
    });
    var _ =
        engine
            .<List<OpenTask>>ask(opened -> new Tasks(opened, InstantSource.system()).open())
            .thenAccept(all -> {
              all.forEach(
                  each -> open.computeIfAbsent(each.run(), run -> new ArrayList<>()).add(each));
              show();
            });
  }

  /** The open tasks, those that are due first, then the oldest; empty while nobody knows yet. */
  public ReadOnlyObjectProperty<Optional<List<OpenTask>>> tasks() {
    return tasks.getReadOnlyProperty();
  }

  private boolean matters(RunEvent event) {
    return switch (event) {
      case RunEvent.NodeWaiting wait -> wait.callable();
      case RunEvent.StatusChanged _, RunEvent.RunResumed _ -> true;
      case RunEvent.NodeDone _, RunEvent.NodeFailed _ -> open.containsKey(event.run());
      case RunEvent.RunStarted _,
          RunEvent.NodeStarted _,
          RunEvent.NodeProgress _,
          RunEvent.NodeTold _ ->
          false;
    };
  }

  private void look() {
    List<RunId> runs = new ArrayList<>(changed);
    changed.removeAll(runs);
    var _ =
        engine
            .ask(opened -> {
              Tasks all = new Tasks(opened, InstantSource.system());
              for (RunId run : runs) {
                List<OpenTask> tasks = all.of(run);
                if (tasks.isEmpty()) {
                  open.remove(run);
                } else {
                  open.put(run, tasks);
                }
              }
              return runs.size();
            })
            .thenAccept(looked -> show());
  }

  private void show() {
    List<OpenTask> now = open.values().stream().flatMap(List::stream).sorted(ORDER).toList();
    if (!tasks.get().equals(Optional.of(now))) {
      tasks.set(Optional.of(now));
    }
  }
}
