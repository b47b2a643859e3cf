package io.concertmaster.designer.frame;

import io.concertmaster.engine.EngineMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;

/** How the engine does, in a few figures, and more of them for who points there. */
final class EngineFigures extends Label {
  private static final javafx.util.Duration PAUSE = javafx.util.Duration.seconds(1);

  private final Tooltip more = new Tooltip();

  /**
   * Asks at once, and every second while its window can be seen.
   *
   * @param metrics answered on the JavaFX thread
   */
  EngineFigures(Supplier<CompletableFuture<EngineMetrics>> metrics) {
    setId("status-figures");
    setTooltip(more);
    managedProperty().bind(textProperty().isNotEmpty());
    Timeline asking = new Timeline(new KeyFrame(PAUSE, event -> ask(metrics)));
    asking.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            ask(metrics); // a picture has no window
          }
        });
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(showing -> {
          if (showing) {
            asking.play();
          } else {
            asking.stop();
          }
        });
  }

  private void ask(Supplier<CompletableFuture<EngineMetrics>> metrics) {
    var _ = metrics.get().thenAccept(this::show);
  }

  private void show(EngineMetrics metrics) {
    setText(FiguresInWords.few(metrics));
    more.setText(FiguresInWords.all(metrics));
  }
}
