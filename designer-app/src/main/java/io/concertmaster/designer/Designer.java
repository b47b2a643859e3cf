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

  private static int window(DesignerRequest request) {
    WindowStateFile file = new WindowStateFile(request.home());
    WindowState state = file.load();
    CompletableFuture<WindowState> closed = new CompletableFuture<>();
    EngineSession engine = engine(request.home(), BuiltInNodes.catalog());
    try {
      Platform.startup(() -> {
        try {
          show(request, engine, state, closed);
        } catch (RuntimeException e) {
          closed.completeExceptionally(e);
        }
      });
      file.save(closed.join());
      return 0;
    } finally {
      Platform.exit();
      engine.close();
    }
  }

  private static void show(
      DesignerRequest request,
      EngineSession engine,
      WindowState state,
      CompletableFuture<WindowState> closed) {
    Fonts.load();
    MainStage stage =
        new MainStage(
            engine,
            new Look(theme(request, state)),
            state,
            ClipboardAccess.system(),
            FileChoice.system(),
            BuiltInNodes.catalog(),
            closed);
    stage.open(request);
  }

  /** The engine of a home folder, which calls workflows of our own format and of n8n's. */
  static EngineSession engine(Path home, NodeCatalog catalog) {
    return new EngineSession(
        home,
        catalog,
        LocalEngine.Options.DEFAULT.withWorkflows(new CallableFiles()).withTriggers());
  }

  private static Theme theme(DesignerRequest request, WindowState state) {
    return switch (request.theme()) {
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
      case SYSTEM -> Theme.ofId(state.theme());
    };
  }
}
