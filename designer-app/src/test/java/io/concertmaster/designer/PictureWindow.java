package io.concertmaster.designer;

import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.screenshot.PictureFile;
import io.concertmaster.designer.screenshot.PrintedDialogs;
import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;

/** What stands in a window, with a real engine, for those that write pictures of it. */
public final class PictureWindow implements AutoCloseable {
  final Workbench bench;
  private final Path folder;
  private final EngineSession engine;
  private final Look look;
  private final Scene scene;

  private PictureWindow(Path folder, Path home, double width, double height) {
    Fonts.load();
    this.folder = folder;
    this.engine = Designer.engine(home, BuiltInNodes.catalog());
    this.look = new Look(Theme.LIGHT);
    this.bench = bench(engine, look);
    this.scene = new Scene(bench.root(), width, height);
    size(width, height);
  }

  /**
   * Starts JavaFX and makes the content of a window.
   *
   * @param folder for the pictures
   * @param home of the engine
   */
  static PictureWindow start(Path folder, Path home, double width, double height) throws Exception {
    Platform.startup(() -> {});
    return on(() -> new PictureWindow(folder, home, width, height));
  }

  /** The content of a window that asks nobody; on the JavaFX thread. */
  static Workbench bench(EngineSession engine, Look look) {
    return new Workbench(
        BuiltInNodes.catalog(),
        engine,
        look,
        ClipboardAccess.ofOwn(),
        new PrintedDialogs(),
        WindowState.fresh(),
        Optional.empty(),
        () -> {});
  }

  /** Does something on the JavaFX thread, and waits for it, for a minute at most. */
  public static <T> T on(Callable<T> made) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(made.call());
      } catch (Exception e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(60, TimeUnit.SECONDS);
  }

  /** Opens a file. */
  void open(Path file) throws Exception {
    on(() -> bench.files().open(file));
  }

  /** Gives the content another size; on the JavaFX thread. */
  void size(double width, double height) {
    bench.root().resize(width, height);
  }

  /** Does something on the JavaFX thread, and leaves it time to show. */
  void act(Runnable action) throws Exception {
    on(() -> {
      action.run();
      layOut();
      return true;
    });
    Thread.sleep(400);
  }

  /** Presses a button. */
  void press(String id) throws Exception {
    act(() -> ((Button) id(id)).fire());
  }

  /** A part by its id, in which dots are letters as others. */
  Node id(String id) {
    return bench.root().lookupAll("*").stream()
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  /** Writes it light and dark. */
  void shoot(String name) throws Exception {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      on(() -> {
        look.chosen().set(theme);
        return true;
      });
      Thread.sleep(400);
      on(() -> {
        layOut();
        return PictureFile.write(
            scene.snapshot(null), folder.resolve(name + "-" + theme.id() + ".png"));
      });
    }
  }

  private void layOut() {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  @Override
  public void close() {
    engine.close();
    Platform.exit();
  }
}
