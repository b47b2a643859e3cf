package io.concertmaster.designer.run;

import io.concertmaster.designer.listen.LocalDoor;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineMetrics;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.ItemPage;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.Variables;
import io.concertmaster.model.expression.ExpressionEvaluator;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The engine of this window. It opens in the background, and every question waits for that. Few
 * threads ask it, so that a long read cannot starve the others.
 */
public final class EngineSession implements EngineAccess, AutoCloseable {
  private static final int READERS = 3;

  private final ReadOnlyObjectWrapper<EngineState> state =
      new ReadOnlyObjectWrapper<>(new EngineState.Opening());
  private final CompletableFuture<Engine> engine = new CompletableFuture<>();
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().daemon().name("engine-reader-", 1).factory());

  private final AtomicInteger open = new AtomicInteger();

  /** For previews alone: a run's scripts have processes of their own, so neither waits. */
  private final ScriptHost scripts;

  private final ExpressionEvaluator expressions;
  private final Variables variables;

  private final LocalDoor door;
  private final Path home;
  private final List<AutoCloseable> others = new CopyOnWriteArrayList<>();

  /** Begins to open the engine of a home folder. */
  public EngineSession(Path home, NodeCatalog catalog, LocalEngine.Options options) {
    this.home = home;
    door = new LocalDoor(home);
    scripts = new ScriptHost(HostSettings.DEFAULT.withProcesses(1));
    expressions = ExpressionEvaluator.with(scripts);
    variables = new Variables(home);
    EngineOpener opener = () -> LocalEngine.open(home, catalog, options.withAddress(door::address));
    readers.execute(() -> {
      try {
        Engine opened = opener.open();
        engine.complete(opened);
        door.open(opened);
        Platform.runLater(() -> state.set(new EngineState.Ready()));
      } catch (EngineException e) {
        engine.completeExceptionally(e);
        String message = String.valueOf(e.getMessage());
        Platform.runLater(() -> state.set(new EngineState.Failed(message)));
      }
    });
  }

  @Override
  public ExpressionEvaluator expressions() {
    return expressions;
  }

  @Override
  public JsonObject variables() {
    return variables.get();
  }

  /** How it stands; changes on the JavaFX thread. */
  public ReadOnlyObjectProperty<EngineState> state() {
    return state.getReadOnlyProperty();
  }

  /** What listens on this machine for its engine. */
  public LocalDoor door() {
    return door;
  }

  /** The folder in which its state lies. */
  public Path home() {
    return home;
  }

  /** Closes something else too, when the engine is closed. */
  public void closeToo(AutoCloseable other) {
    others.add(other);
  }

  /** Whether some question is not answered yet. */
  public boolean isBusy() {
    return open.get() > 0;
  }

  /** Calls back for each event of all runs, on a thread of the engine. */
  public void listen(Consumer<RunEvent> listener) {
    var _ = engine.thenAccept(opened -> opened.subscribe(listener));
  }

  @Override
  public CompletableFuture<ItemPage> items(ItemListRef list, long from, int limit) {
    return ask(opened -> opened.items(list, from, limit));
  }

  /** How a run stands; empty where there is none of this number. */
  public CompletableFuture<Optional<RunView>> run(RunId id) {
    return ask(opened -> opened.run(id));
  }

  /** The newest runs, newest first, at most so many. */
  public CompletableFuture<List<RunSummary>> runs(int limit) {
    return ask(opened -> opened.runs(limit));
  }

  /** How the engine does. */
  public CompletableFuture<EngineMetrics> metrics() {
    return ask(Engine::metrics);
  }

  /** Starts a run. */
  public CompletableFuture<RunId> start(RunRequest request) {
    return ask(opened -> opened.start(request));
  }

  /** Ends a run. */
  public CompletableFuture<Void> cancel(RunId id) {
    return ask(opened -> {
      opened.cancel(id);
      return null;
    });
  }

  /** Takes up a run that was cut short. */
  public CompletableFuture<Void> resume(RunId id) {
    return ask(opened -> {
      opened.resume(id);
      return null;
    });
  }

  /** Takes up a run with a word about its step that was cut short. */
  public CompletableFuture<Void> resume(RunId id, UncertainDecision decision) {
    return ask(opened -> {
      opened.resume(id, decision);
      return null;
    });
  }

  /** Closes the engine: steps under way are recorded, runs go on at the next start. */
  @Override
  public void close() {
    for (AutoCloseable each : others) {
      try {
        each.close();
      } catch (Exception e) {
        System.getLogger(EngineSession.class.getName())
            .log(System.Logger.Level.WARNING, "something could not be closed", e);
      }
    }
    readers.shutdownNow();
    scripts.close();
    door.close();
    var _ = engine.thenAccept(Engine::close);
  }

  /** Asks the engine something; the answer comes on the JavaFX thread. */
  public <T> CompletableFuture<T> ask(EngineQuestion<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    open.incrementAndGet();
    var _ = answer.whenComplete((value, failure) -> open.decrementAndGet());
    var _ =
        engine.whenCompleteAsync(
            (opened, failure) -> {
              if (opened == null) {
                Platform.runLater(() -> answer.completeExceptionally(failure));
                return;
              }
              try {
                T value = question.answer(opened);
                Platform.runLater(() -> answer.complete(value));
              } catch (EngineException | RuntimeException e) {
                Platform.runLater(() -> answer.completeExceptionally(e));
              } catch (Error e) {
                Platform.runLater(() -> answer.completeExceptionally(e)); // nobody waits for ever
                throw e;
              }
            },
            readers);
    return answer;
  }
}
