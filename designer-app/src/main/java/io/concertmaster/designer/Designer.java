package io.concertmaster.designer;

import io.concertmaster.cli.CallableFiles;
import io.concertmaster.cli.DesignerRequest;
import io.concertmaster.cli.DesignerWindow;
import io.concertmaster.designer.frame.FileChoice;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.designer.settings.WindowStateFile;
import io.concertmaster.designer.theme.Fonts;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.theme.Theme;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.engine.local.LocalEngine;
import io.concertmaster.engine.local.credential.HomeCredentials;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.nodes.BuiltInNodes;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** The desktop designer: a window, or a picture of it. */
public final class Designer implements DesignerWindow {
  /** For the service loader. */
  public Designer() {}

  @Override
  public int open(DesignerRequest request) {
    return request.screenshot().isPresent() ? new Screenshot(request).take() : window(request);
  }

  /**
   * JavaFX starts on threads of its own, and takes a while for it. Meanwhile this one makes what
   * the window needs and JavaFX does not.
   */
  private static int window(DesignerRequest request) {
    StartTimes times = new StartTimes();
    times.reached("asked for a window");
    CompletableFuture<Prepared> prepared = new CompletableFuture<>();
    CompletableFuture<WindowState> closed = new CompletableFuture<>();
    Platform.startup(() -> {
      try {
        times.reached("JavaFX");
        Fonts.load();
        times.reached("fonts");
        show(request, prepared.join(), closed, times);
      } catch (RuntimeException e) {
        closed.completeExceptionally(e);
      }
    });
    WindowStateFile file = new WindowStateFile(request.home());
    NodeCatalog catalog = BuiltInNodes.catalog();
    EngineSession engine = engine(request.home(), catalog);
    try {
      prepared.complete(new Prepared(engine, catalog, file.load()));
      times.reached("prepared");
      file.save(closed.join());
      return 0;
    } finally {
      Platform.exit();
      engine.close();
    }
  }

  private record Prepared(EngineSession engine, NodeCatalog catalog, WindowState state) {}

  private static void show(
      DesignerRequest request,
      Prepared prepared,
      CompletableFuture<WindowState> closed,
      StartTimes times) {
    MainStage stage =
        new MainStage(
            prepared.engine(),
            new Look(theme(request, prepared.state())),
            prepared.state(),
            ClipboardAccess.system(),
            FileChoice.system(),
            prepared.catalog(),
            MainStage.first(request, prepared.state()),
            closed);
    times.reached("parts made");
    stage.open(request, times);
    times.untilUsable(prepared.engine());
  }

  /** The engine of a home folder, which calls workflows of our own format and of n8n's. */
  static EngineSession engine(Path home, NodeCatalog catalog) {
    return new EngineSession(
        home,
        catalog,
        LocalEngine.Options.DEFAULT
            .withWorkflows(new CallableFiles())
            .withCredentials(new HomeCredentials(home))
            .withTriggers());
  }

  private static Theme theme(DesignerRequest request, WindowState state) {
    return switch (request.theme()) {
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
      case SYSTEM -> Theme.ofId(state.theme());
    };
  }
}
