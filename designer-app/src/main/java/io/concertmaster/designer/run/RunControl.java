package io.concertmaster.designer.run;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunRequest;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import io.concertmaster.node.data.Item;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs of one document: started, stopped, and followed while they go on. The document shows the run
 * that was started or opened last.
 */
public final class RunControl {
  /** Between two looks at a run of this machine, at least. */
  private static final int HERE_MILLIS = 100;

  /** Between two looks at a run of a server, at least. */
  private static final int THERE_MILLIS = 250;

  private static final String NOT_ENDED = "The run could not be ended";

  private final EditorDocument document;
  private final EngineSession engine;
  private final FileDialogs dialogs;
  private final Runnable showProblems;
  private final LocalPlace local;
  private final Consumer<RunPlace> shownPlace;
  private @Nullable Followed followed;
  private boolean fetching;
  private boolean closed;
  private boolean again;

  /**
   * The run that is shown, and looked at anew when something happens in it.
   *
   * @param unfollow ends that
   */
  private record Followed(RunPlace place, RunId id, Runnable unfollow) {}

  /**
   * Of a document.
   *
   * @param shownPlace gets the place of each run that is opened
   * @param showProblems brings the list of problems into sight
   */
  public RunControl(
      EditorDocument document,
      EngineSession engine,
      LocalPlace local,
      FileDialogs dialogs,
      Consumer<RunPlace> shownPlace,
      Runnable showProblems) {
    this.document = document;
    this.engine = engine;
    this.local = local;
    this.shownPlace = shownPlace;
    this.dialogs = dialogs;
    this.showProblems = showProblems;
    document
        .run()
        .subscribe(run -> {
          if (run.isEmpty()) {
            unfollow();
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

  /**
   * Whether the workflow can run as it stands; where it cannot, the problem comes into sight. A
   * file that is not there stops only the node that needs it, once a run comes to that.
   */
  public boolean mayRun() {
    Optional<Problem> error =
        document.problems().get().stream()
            .filter(each -> each.severity() == Severity.ERROR && each.code() != Code.MISSING_FILE)
            .findFirst();
    if (error.isPresent()) {
      error.get().nodeId().ifPresent(id -> document.selectedNode().set(Optional.of(id)));
      showProblems.run();
    }
    return error.isEmpty();
  }

  private void start(List<Item> items, Optional<String> trigger, Optional<String> until) {
    document.keepId();
    Workflow workflow = document.workflow().get();
    RunRequest request =
        new RunRequest(
            workflow, document.folder(), items, trigger, until, Optional.<Duration>empty());
    var _ =
        engine
            .start(request)
            .whenComplete((id, failure) -> {
              if (failure == null) {
                open(local, id);
              } else {
                dialogs.tell("The run could not start", Failure.words(failure));
              }
            });
  }

  /** Ends the run on the canvas; one that waits for somebody's answer only after a question. */
  public void stop() {
    document.run().get().ifPresent(run -> end(place(), run));
  }

  /** The same, of any run, which is shown on the canvas. */
  public void cancel(RunPlace place, RunId id) {
    open(place, id);
    var _ =
        place
            .run(id)
            .whenComplete((view, failure) -> {
              if (view != null) { // else it is told by whoever shows it
                view.filter(RunControl::live).ifPresent(run -> end(place, run));
              }
            });
  }

  private void end(RunPlace place, RunView run) {
    if (run.answerTokens().isEmpty() || mayEnd(run)) {
      var _ =
          place
              .cancel(run.id())
              .whenComplete((done, failure) -> {
                if (failure != null) {
                  notEnded(place, run.id(), failure);
                }
              });
    }
  }

  private boolean mayEnd(RunView run) {
    List<String> waits =
        run.answerTokens().keySet().stream().map(node -> run.workflow().nameOf(node)).toList();
    return dialogs.askCancel("run #" + run.id(), waits);
  }

  /** A run that ended by itself a moment before is what was wanted: how it ended is shown. */
  private void notEnded(RunPlace place, RunId id, Throwable failure) {
    var _ =
        place
            .run(id)
            .whenComplete((view, trouble) -> {
              if (view != null && view.filter(run -> run.status().ended()).isPresent()) {
                fetch();
              } else {
                told(NOT_ENDED, failure);
              }
            });
  }

  /** Shows a run on the canvas, and follows it while it goes on. */
  public void open(RunPlace place, RunId id) {
    follow(place, id);
    fetch();
  }

  /** The same, of a run of this machine. */
  public void open(RunId id) {
    open(local, id);
  }

  /** The document is closed: its runs go on, and nobody looks at them here any more. */
  public void close() {
    closed = true;
    unfollow();
  }

  private void follow(RunPlace place, RunId id) {
    unfollow();
    if (closed) {
      return; // one that was started a moment before
    }
    boolean here = place.environment().isEmpty();
    Pulse pulse = new Pulse(here ? HERE_MILLIS : THERE_MILLIS, this::fetch);
    followed = new Followed(place, id, place.follow(id, pulse::ask));
    shownPlace.accept(place);
  }

  private void unfollow() {
    if (followed != null) {
      followed.unfollow().run();
      followed = null;
    }
  }

  /** Where the shown run happens. */
  private RunPlace place() {
    return followed == null ? local : followed.place();
  }

  /** Takes up a run that was cut short, and follows it. */
  public void resume(RunPlace place, RunId id) {
    open(place, id);
    var _ =
        place.resume(id).whenComplete((done, failure) -> told("The run could not go on", failure));
  }

  /** Takes up a run with a word about its step that was cut short, and follows it. */
  public void decide(RunId id, UncertainDecision decision) {
    RunPlace place = place();
    follow(place, id);
    var _ =
        place
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
    Followed now = followed;
    if (now == null) {
      return;
    }
    if (fetching) {
      again = true; // one question at a time, so that no older answer comes last
      return;
    }
    fetching = true;
    var _ =
        now.place()
            .run(now.id())
            .whenComplete((view, failure) -> {
              fetching = false;
              if (now.equals(followed)) {
                if (view != null) {
                  shown(now, view);
                } else if (failure != null) {
                  lost(now, failure);
                }
              } else {
                again = true;
              }
              if (again) {
                again = false;
                fetch();
              }
            });
  }

  private void shown(Followed now, Optional<RunView> view) {
    if (view.isPresent()) {
      document.show(view, now.place().environment());
    } else {
      dialogs.tell("There is no run #" + now.id(), "It was taken away meanwhile.");
    }
  }

  private void lost(Followed now, Throwable failure) {
    boolean known = document.run().get().map(RunView::id).equals(Optional.of(now.id()));
    if (known && now.place().environment().isPresent()) {
      document.tellRunTrouble(Failure.words(failure)); // it is asked again when the server is back
    } else {
      told("The run could not be read", failure);
    }
  }

  private void told(String headline, @Nullable Throwable failure) {
    if (failure != null) {
      dialogs.tell(headline, Failure.words(failure));
    }
  }

  /** Whether a run is under way, or waits. */
  public static boolean live(RunView run) {
    return switch (run.status()) {
      case RUNNING, WAITING -> true;
      case UNCERTAIN, INTERRUPTED, SUCCEEDED, FAILED, TIMED_OUT, CANCELLED -> false;
    };
  }
}
