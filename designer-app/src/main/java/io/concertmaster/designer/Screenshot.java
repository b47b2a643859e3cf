package io.concertmaster.designer;

import io.concertmaster.cli.DesignerRequest;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.screenshot.PictureFile;
import io.concertmaster.designer.screenshot.PrintedDialogs;
import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.model.check.Severity;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/**
 * The same window, drawn without a display. The scene is never shown: the headless platform has one
 * screen of 1000 × 1000, and a scene can be drawn in any size.
 */
final class Screenshot {
  /** Frames without anything going on after which the picture is taken. */
  private static final int CALM_FRAMES = 20;

  /** Frames after which it is taken anyway, once the run has ended. */
  private static final int MOST_FRAMES = 600;

  private final DesignerRequest request;
  private final Path file;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();

  Screenshot(DesignerRequest request) {
    this.request = request;
    this.file = request.screenshot().orElseThrow();
  }

  int take() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.lcdtext", "false");
    EngineSession engine = Designer.engine(request.home(), BuiltInNodes.catalog());
    try {
      Platform.startup(() -> begin(engine));
      return exit.join();
    } finally {
      Platform.exit();
      engine.close();
    }
  }

  private void begin(EngineSession engine) {
    try {
      Fonts.load();
      PrintedDialogs dialogs = new PrintedDialogs();
      Look look = new Look(theme());
      Workbench bench =
          new Workbench(
              BuiltInNodes.catalog(),
              engine,
              look,
              ClipboardAccess.ofOwn(),
              dialogs,
              WindowState.fresh(),
              request.file(),
              () -> {});
      Scene scene = new Scene(bench.root(), request.width(), request.height());
      bench.root().resize(request.width(), request.height());
      if (request.file().isPresent() && !bench.files().open(request.file().get())) {
        exit.complete(2);
        return;
      }
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      if (request.run() && bench.builder().isPresent()) {
        System.err.println("a form cannot be run: leave out --run, or name a workflow");
        exit.complete(2);
        return;
      }
      Optional<String> unknown = request.select().flatMap(name -> MainStage.select(bench, name));
      if (unknown.isPresent()) {
        System.err.println(unknown.get());
        exit.complete(2);
        return;
      }
      if (request.run()) {
        bench.desk().runs().start(Optional.empty());
      }
      new Calm(bench, scene, engine, dialogs).start();
    } catch (RuntimeException e) {
      exit.completeExceptionally(e);
    }
  }

  /** Waits until the run has ended, or waits for someone, and nothing moves any more. */
  private final class Calm extends AnimationTimer {
    private final Workbench bench;
    private final Scene scene;
    private final EngineSession engine;
    private final PrintedDialogs dialogs;
    private int calm;
    private int frames;

    private Calm(Workbench bench, Scene scene, EngineSession engine, PrintedDialogs dialogs) {
      this.bench = bench;
      this.scene = scene;
      this.engine = engine;
      this.dialogs = dialogs;
    }

    @Override
    public void handle(long now) {
      boolean ended = !request.run() || dialogs.told() || ended(bench.document());
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      if (!ended) {
        return;
      }
      frames++;
      calm = engine.isBusy() ? 0 : calm + 1;
      if (calm >= CALM_FRAMES || frames >= MOST_FRAMES) {
        stop();
        draw();
      }
    }

    private boolean ended(EditorDocument document) {
      boolean blocked =
          document.problems().get().stream().anyMatch(each -> each.severity() == Severity.ERROR);
      return blocked
          || document
              .run()
              .get()
              .filter(run ->
                  run.status().ended()
                      || run.status() == RunStatus.UNCERTAIN
                      || run.waitsForSomeone())
              .isPresent();
    }

    private void draw() {
      try {
        if (bench.builder().isEmpty()) {
          bench.desk().area().canvas().fit();
          bench.desk().area().canvas().flush();
        }
        WritableImage image = scene.snapshot(null);
        exit.complete(PictureFile.write(image, file) ? code() : 2);
      } catch (RuntimeException e) {
        exit.completeExceptionally(e);
      }
    }

    private int code() {
      boolean good =
          !request.run()
              || bench
                  .document()
                  .run()
                  .get()
                  .filter(run -> run.status() == RunStatus.SUCCEEDED || run.waitsForSomeone())
                  .isPresent();
      return good ? 0 : 1;
    }
  }

  private Theme theme() {
    return switch (request.theme()) {
      case LIGHT, SYSTEM -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }
}
