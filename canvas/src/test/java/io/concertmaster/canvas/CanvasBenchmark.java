package io.concertmaster.canvas;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.Graph;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/**
 * Prints the time between frames, median and 99th percentile in ms, while a graph is panned, zoomed
 * and a node of it dragged. Run on a display (Xvfb will do) with {@code -Dprism.order=sw
 * -Djavafx.animation.fullspeed=true}.
 */
public final class CanvasBenchmark {
  private static final int FRAMES = 120;
  private static final int WARM_UP = 10;

  private final GraphCanvas canvas = new GraphCanvas();

  private CanvasBenchmark() {}

  /** Runs all measurements. */
  public static void main(String[] arguments) throws Exception {
    Platform.startup(() -> {});
    CanvasBenchmark benchmark = new CanvasBenchmark();
    onFx(benchmark::open);
    for (int nodes : new int[] {100, 1000, 10_000}) {
      Graph graph = DemoGraphs.chains(nodes);
      onFx(() -> benchmark.canvas.setGraph(graph));
      benchmark.measure(nodes + " pan at 100 %", 1, benchmark::pan);
      benchmark.measure(nodes + " pan at 50 %", 0.5, benchmark::pan);
      benchmark.measure(nodes + " pan, all in sight", 0, benchmark::pan);
      benchmark.measure(nodes + " zoom 50 to 150 %", 1, benchmark::zoom);
      benchmark.measure(nodes + " drag at 100 %", 1, benchmark::drag);
      onFx(() -> benchmark.fire(MouseEvent.MOUSE_RELEASED, 0));
    }
    System.exit(0);
  }

  private void open() {
    Stage stage = new Stage();
    stage.setScene(new Scene(canvas, 1600, 1000));
    stage.show();
  }

  private void pan(int frame) {
    Viewport now = canvas.viewport();
    double direction = frame < FRAMES / 2 ? 1 : -1;
    canvas.setViewport(now.panned(-11 * direction, -7 * direction));
  }

  private void zoom(int frame) {
    double phase = Math.sin(frame * 2 * Math.PI / FRAMES);
    canvas.setViewport(canvas.viewport().zoomedAt(800, 500, 1 + phase / 2));
  }

  private void drag(int frame) {
    fire(frame == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, frame);
  }

  private void fire(EventType<MouseEvent> type, int frame) {
    Point2D at = canvas.viewport().toScreen(new Point2D(260 + 80, 50)).add(frame * 4, frame * 3);
    Event.fireEvent(
        canvas.layers(),
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }

  private void measure(String name, double zoom, IntConsumer step) throws InterruptedException {
    onFx(() -> {
      canvas.setViewport(new Viewport(-200, -200, 1));
      if (zoom > 0) {
        canvas.setViewport(new Viewport(-200, -200, zoom));
      } else {
        canvas.fit();
      }
      canvas.flush();
    });
    Thread.sleep(1500);
    double[] times = new double[FRAMES];
    CountDownLatch done = new CountDownLatch(1);
    onFx(() ->
        new AnimationTimer() {
          private int frame;
          private long last = System.nanoTime();

          @Override
          public void handle(long pulse) {
            long now = System.nanoTime();
            if (frame > 0 && frame <= FRAMES) {
              times[frame - 1] = (now - last) / 1e6;
            }
            last = now;
            if (frame == FRAMES) {
              stop();
              done.countDown();
              return;
            }
            step.accept(frame);
            frame++;
          }
        }.start());
    done.await();
    double[] sorted = Arrays.copyOfRange(times, WARM_UP, FRAMES);
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-28s %7.1f %7.1f%n",
        name,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)]);
  }

  private static void onFx(Runnable action) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      action.run();
      done.countDown();
    });
    done.await();
  }
}
