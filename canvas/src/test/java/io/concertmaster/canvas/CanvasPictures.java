package io.concertmaster.canvas;

import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.theme.CanvasTheme;
import io.concertmaster.canvas.theme.CanvasThemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/**
 * Writes pictures of demo graphs, to be looked at. Run with {@code -Dglass.platform=Headless
 * -Dprism.order=sw}; the only argument is the folder.
 */
public final class CanvasPictures {
  private CanvasPictures() {}

  /** Writes the pictures. */
  public static void main(String[] arguments) throws Exception {
    Path folder =
        Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "target/pictures"));
    CountDownLatch done = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Platform.startup(() -> {
      try {
        draw(folder);
        gestures(folder);
      } catch (IOException | RuntimeException e) {
        failure.set(e);
      } finally {
        done.countDown();
      }
    });
    done.await();
    Platform.exit();
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
  }

  private static void draw(Path folder) throws IOException {
    Selection chosen = Selection.ofNodes(Set.of("check"));
    picture(folder, "order-light", CanvasThemes.light(), DemoGraphs.order(), chosen, 1);
    picture(folder, "order-dark", CanvasThemes.dark(), DemoGraphs.order(), chosen, 1);
    picture(folder, "order-contrast", CanvasThemes.highContrast(), DemoGraphs.order(), chosen, 1);
    picture(folder, "order-zoomed", CanvasThemes.light(), DemoGraphs.order(), chosen, 2);
    picture(folder, "rows-light", CanvasThemes.light(), DemoGraphs.rows(), Selection.EMPTY, 0);
    picture(folder, "n3-light", CanvasThemes.light(), DemoGraphs.chains(3), Selection.EMPTY, 0);
    picture(
        folder,
        "n30-light",
        CanvasThemes.light(),
        DemoGraphs.chains(30),
        Selection.ofNode("n7"),
        0);
    picture(
        folder,
        "n300-dark",
        CanvasThemes.dark(),
        DemoGraphs.chains(300),
        Selection.ofNode("n7"),
        0);
    picture(
        folder,
        "n300-middle",
        CanvasThemes.light(),
        DemoGraphs.chains(300),
        Selection.ofNode("n7"),
        0.45);
    picture(
        folder,
        "n10000-light",
        CanvasThemes.light(),
        DemoGraphs.chains(10_000),
        Selection.EMPTY,
        0);
  }

  private static void gestures(Path folder) throws IOException {
    new GesturePictures(folder, CanvasThemes.light()).draw("-light");
    new GesturePictures(folder, CanvasThemes.dark()).draw("-dark");
  }

  private static void picture(
      Path folder, String name, CanvasTheme theme, Graph graph, Selection selection, double zoom)
      throws IOException {
    GraphCanvas canvas = new GraphCanvas();
    canvas.setTheme(theme);
    Scene scene = new Scene(canvas, 1100, 720);
    canvas.setGraph(graph);
    canvas.select(selection);
    canvas.resize(1100, 720);
    canvas.layout();
    canvas.fit();
    if (zoom > 0) {
      canvas.zoomTo(zoom);
    }
    canvas.flush();
    write(scene, folder, name);
  }

  static void write(Scene scene, Path folder, String name) throws IOException {
    ImageIO.write(
        SwingFXUtils.fromFXImage(scene.snapshot(null), null),
        "png",
        folder.resolve(name + ".png").toFile());
  }
}
