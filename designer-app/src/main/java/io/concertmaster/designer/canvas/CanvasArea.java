package io.concertmaster.designer.canvas;

import io.concertmaster.canvas.GraphCanvas;
import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.engine.UncertainDecision;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeDescriptor;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * A document on the canvas: the graph follows the workflow, its problems and its run; the selection
 * follows both ways. What people do there is the business of {@link CanvasHands}.
 */
public final class CanvasArea extends StackPane {
  private final EditorDocument document;
  private final GraphCanvas canvas = new GraphCanvas();
  private final Projection projection;
  private final Timeline clock;
  private Optional<Sight> whole = Optional.empty();

  /** What was in sight when the canvas showed all of a workflow. */
  private record Sight(Workflow workflow, Viewport viewport, double width, double height) {}

  /**
   * Of a document.
   *
   * @param empty what stands there while the workflow has no nodes
   * @param decided what happens when somebody says what to do about a step that was cut short
   * @param moved what happens when a run that waits shall go on by the version in the window
   */
  public CanvasArea(
      EditorDocument document,
      Look look,
      Node empty,
      BiConsumer<RunId, UncertainDecision> decided,
      Consumer<RunId> moved) {
    this.document = document;
    this.projection = new Projection(document.catalog());
    getStyleClass().add("canvas-area");
    canvas.setId("canvas");
    canvas.setRules(new Rules(() -> document.workflow().get(), new NodePorts(document.catalog())));
    look.used().subscribe(theme -> canvas.setTheme(CanvasColors.of(theme)));
    RunBanner banner = new RunBanner(document, moved);
    StackPane.setAlignment(banner, Pos.TOP_CENTER);
    DecisionBanner decision = new DecisionBanner(document, decided);
    StackPane.setAlignment(decision, Pos.TOP_CENTER);
    empty.visibleProperty().bind(document.workflow().map(workflow -> workflow.nodes().isEmpty()));
    getChildren().addAll(canvas, empty, banner, decision);
    clock = new Timeline(new KeyFrame(Duration.millis(200), tick -> project()));
    clock.setCycleCount(Animation.INDEFINITE);
    document
        .workflow()
        .subscribe(workflow -> {
          canvas.setMinimapVisible(!workflow.nodes().isEmpty());
          project();
        });
    document.problems().subscribe(problems -> project());
    document.run().subscribe(this::follow);
    canvas.selectionProperty().subscribe(this::chosen);
    document.selectedNode().subscribe(this::choose);
  }

  /** The canvas itself. */
  public GraphCanvas canvas() {
    return canvas;
  }

  /** The card of a node that is dragged out of the palette. */
  public GraphNode preview(NodeDescriptor node) {
    return projection.preview(node);
  }

  /**
   * Shows the whole workflow at first sight, and still does when the window gets its size only
   * after that or another one, as long as nobody moved the view or changed the workflow.
   */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (canvas.getWidth() > 100 && whole.map(this::isOutgrown).orElse(true)) {
      canvas.layout(); // it says where its panels are now
      canvas.fit();
      whole =
          Optional.of(
              new Sight(
                  document.workflow().get(),
                  canvas.viewport(),
                  canvas.getWidth(),
                  canvas.getHeight()));
    }
  }

  private boolean isOutgrown(Sight sight) {
    boolean resized = sight.width() != canvas.getWidth() || sight.height() != canvas.getHeight();
    return resized
        && sight.viewport().equals(canvas.viewport())
        && sight.workflow().equals(document.workflow().get());
  }

  private void project() {
    canvas.setGraph(
        projection.project(
            document.workflow().get(),
            document.problems().get(),
            document.run().get(),
            Instant.now()));
  }

  /** The times of nodes at work move on while a run does; an idle window has no timer. */
  private void follow(Optional<RunView> run) {
    project();
    boolean live = run.filter(view -> view.status() == RunStatus.RUNNING).isPresent();
    if (live) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  private void chosen(Selection selection) {
    document.selection().set(selection);
    Optional<String> one =
        selection.nodes().size() == 1 ? selection.nodes().stream().findFirst() : Optional.empty();
    if (!document.selectedNode().get().equals(one)) {
      document.selectedNode().set(one);
    }
  }

  private void choose(Optional<String> id) {
    if (id.isPresent() && !canvas.selection().nodes().equals(Set.of(id.get()))) {
      canvas.select(Selection.ofNode(id.get()));
      canvas.reveal(id.get());
    }
  }
}
