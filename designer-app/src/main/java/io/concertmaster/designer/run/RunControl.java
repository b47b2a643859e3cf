package io.concertmaster.designer.run;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.node.data.Item;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs of one document: started, stopped, and followed while they go on. The document shows the run
 * that was started or opened last.
 */
public final class RunControl {
  private final EditorDocument document;
  private final EngineSession engine;
  private final FileDialogs dialogs;
  private final Runnable showProblems;
  private final Pulse pulse = new Pulse(100, this::fetch);
  private volatile @Nullable RunId followed;

  /**
   * Of a document.
   *
   * @param showProblems brings the list of problems into sight
   */
  public RunControl(
      EditorDocument document, EngineSession engine, FileDialogs dialogs, Runnable showProblems) {
    this.document = document;
    this.engine = engine;
    this.dialogs = dialogs;
    this.showProblems = showProblems;
    engine.listen(event -> {
      if (event.run().equals(followed)) {
        pulse.ask();
      }
    });
    document
        .run()
        .subscribe(run -> {
          if (run.isEmpty()) {
            followed = null;
          }
        });
  }

  /** Runs the workflow as it stands in the window, saved or not. */
  public void start(Optional<String> until) {
    if (mayRun()) {
      start(List.of(), Optional.empty(), until);
    }
  }

  /**
   * Runs the workflow as it stands in the window from one trigger on.
   *
   * @param items what the trigger sends
   */
  public void start(String trigger, List<Item> items) {
    if (mayRun()) {
      start(items, Optional.of(trigger), Optional.empty());
    }
  }

  /** Whether the workflow can run as it stands; where it cannot, the problem comes into sight. */
  public boolean mayRun() {
    Optional<Problem> error =
        document.problems().get().stream()
            .filter(each -> each.severity() == Severity.ERROR)
            .findFirst();
    if (error.isPresent()) {
      error.get().nodeId().ifPresent(id -> document.selectedNode().set(Optional.of(id)));
      showProblems.run();
    }
    return error.isEmpty();
  }

  private void start(List<Item> items, Optional<String> trigger, Optional<String> until) {
    RunRequest request =
        new RunRequest(
            document.workflow().get(),
            document.folder(),
            items,
            trigger,
            until,
            Optional.<Duration>empty());
    var _ =
        engine
            .start(request)
            .whenComplete((id, failure) -> {
              if (failure == null) {
                open(id);
              } else {
                dialogs.tell("The run could not start", why(failure));
              }
            });
  }

  /** Ends the run on the canvas. */
  public void stop() {
    document
        .run()
        .get()
        .ifPresent(run -> {
          var _ =
              engine
                  .cancel(run.id())
                  .whenComplete((done, failure) -> told("The run could not be ended", failure));
        });
  }

  /** Shows a run on the canvas, and follows it while it goes on. */
  public void open(RunId id) {
    followed = id;
    fetch();
  }

  /** Takes up a run that was cut short, and follows it. */
  public void resume(RunId id) {
    open(id);
    var _ =
        engine.resume(id).whenComplete((done, failure) -> told("The run could not go on", failure));
  }

  /** Takes up a run with a word about its step that was cut short, and follows it. */
  public void decide(RunId id, UncertainDecision decision) {
    followed = id;
    var _ =
        engine
            .resume(id, decision)
            .whenComplete((done, failure) -> {
              told("The run could not go on", failure);
              fetch();
            });
  }

  /** Lets a run that waits go on by the version in the window, saved or not. */
  public void upgrade(RunId id) {
    var _ =
        engine
            .ask(opened -> {
              opened.upgrade(id, document.workflow().get());
              return id;
            })
            .whenComplete((done, failure) -> {
              told("The run keeps the version with which it began", failure);
              fetch();
            });
  }

  private void fetch() {
    RunId id = followed;
    if (id == null) {
      return;
    }
    var _ =
        engine
            .run(id)
            .whenComplete((view, failure) -> {
              told("The run could not be read", failure);
              if (view != null && id.equals(followed)) {
                document.show(view);
              }
            });
  }

  private void told(String headline, @Nullable Throwable failure) {
    if (failure != null) {
      dialogs.tell(headline, why(failure));
    }
  }

  private static String why(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure;
    return String.valueOf(cause.getMessage());
  }

  /** Whether a run is under way. */
  public static boolean live(RunView run) {
    return switch (run.status()) {
      case RUNNING, WAITING -> true;
      case UNCERTAIN, INTERRUPTED, SUCCEEDED, FAILED, TIMED_OUT, CANCELLED -> false;
    };
  }
}
