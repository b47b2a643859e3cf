package io.concertmaster.designer.runs;

import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.Pulse;
import io.concertmaster.designer.run.RunPlace;
import io.concertmaster.designer.window.Failure;
import io.concertmaster.engine.RunEvent;
import io.concertmaster.engine.RunSummary;
import io.concertmaster.engine.RunView;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Keeps the list of runs as they are where runs are shown of, for the workflow in front. This
 * machine's engine tells when something changed; a server is asked now and then, and when the run
 * that is watched there changes.
 */
public final class RunsFeed {
  private static final Duration ASK_AGAIN = Duration.seconds(5);

  private final OpenDocuments documents;
  private final RunsPane pane;
  private final ObservableValue<RunPlace> place;
  private final Timeline clock = new Timeline(new KeyFrame(ASK_AGAIN, tick -> askServer()));
  private List<RunSummary> newest = List.of();
  private int asked;

  /** Between the place of runs and a list. */
  public RunsFeed(
      EngineSession engine,
      OpenDocuments documents,
      RunsPane pane,
      ObservableValue<RunPlace> place) {
    this.documents = documents;
    this.pane = pane;
    this.place = place;
    Pulse pulse = new Pulse(150, this::refresh);
    engine.listen(event -> {
      switch (event) {
        case RunEvent.RunStarted _, RunEvent.RunResumed _, RunEvent.StatusChanged _ -> pulse.ask();
        case RunEvent.NodeStarted _,
            RunEvent.NodeProgress _,
            RunEvent.NodeDone _,
            RunEvent.NodeFailed _,
            RunEvent.NodeTold _,
            RunEvent.NodeWaiting _ -> {}
      }
    });
    documents.active().subscribe(document -> anew());
    place.subscribe(now -> anew());
    documents
        .ofWorkflow(EditorDocument::run)
        .subscribe(run -> {
          show();
          if (run != null && isServer() && run.filter(this::isNews).isPresent()) {
            pulse.ask();
          }
        });
    clock.setCycleCount(Animation.INDEFINITE);
    pane.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(showing -> {
          if (showing) {
            clock.play();
          } else {
            clock.stop(); // nobody looks
          }
        });
  }

  private boolean isServer() {
    return place.getValue().environment().isPresent();
  }

  private boolean isNews(RunView run) {
    return newest.stream()
        .noneMatch(each -> each.id().equals(run.id()) && each.status() == run.status());
  }

  private void askServer() {
    if (isServer()) {
      refresh();
    }
  }

  private void anew() {
    newest = List.of();
    pane.showThere(isServer());
    pane.say(
        place.getValue().environment().map(name -> "Asking " + name + "…").orElse(RunsPane.NO_RUNS),
        false);
    show();
    refresh();
  }

  /** Reads the list anew. */
  public void refresh() {
    if (!(documents.active().get() instanceof EditorDocument document)) {
      return;
    }
    int number = ++asked;
    RunPlace now = place.getValue();
    var _ =
        now.runs(document.id())
            .whenComplete((runs, failure) -> {
              if (number != asked) {
                return; // something else was asked for meanwhile
              }
              newest = runs == null ? List.of() : runs;
              now.environment()
                  .ifPresent(name ->
                      pane.say(
                          failure == null ? "No runs on " + name + " yet." : Failure.words(failure),
                          failure != null));
              show();
            });
  }

  private void show() {
    if (documents.active().get() instanceof EditorDocument document) {
      Optional<RunView> open =
          document
              .run()
              .get()
              .filter(
                  run -> document.runEnvironment().get().equals(place.getValue().environment()));
      pane.show(newest, open.map(RunView::id));
    }
  }
}
