package io.concertmaster.designer;

import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.inbox.InboxFeed;
import io.concertmaster.designer.inbox.InboxPane;
import io.concertmaster.designer.listen.WebBrowser;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.hosted.desk.OpenTask;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The inbox in the window: in the place of the documents while it is asked for. */
final class InboxArea implements InboxPane.Surroundings {
  private final Workbench bench;
  private final EngineSession engine;
  private final ClipboardAccess clipboard;
  private final FileDialogs dialogs;
  private final InboxFeed feed;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private @Nullable InboxPane pane;

  InboxArea(Workbench bench, EngineSession engine, ClipboardAccess clipboard, FileDialogs dialogs) {
    this.bench = bench;
    this.engine = engine;
    this.clipboard = clipboard;
    this.dialogs = dialogs;
    this.feed = new InboxFeed(engine);
  }

  InboxFeed feed() {
    return feed;
  }

  /** Whether it stands in the place of the documents. */
  BooleanProperty shown() {
    return shown;
  }

  InboxPane pane() {
    InboxPane made = pane;
    if (made == null) {
      made = new InboxPane(engine, feed, this);
      pane = made;
    }
    return made;
  }

  @Override
  public void showRun(OpenTask task) {
    bench.openRun(task.run());
  }

  @Override
  public void browse(OpenTask task) {
    var _ =
        engine
            .ask(opened -> engine.door().address() + task.link())
            .thenAccept(WebBrowser.system()::open);
  }

  @Override
  public void copyLink(OpenTask task) {
    var _ = engine.ask(opened -> engine.door().address() + task.link()).thenAccept(clipboard::put);
  }

  @Override
  public Optional<Path> choosePlace(Path suggestion) {
    return dialogs.chooseTarget(suggestion);
  }

  @Override
  public Optional<Path> chooseFile() {
    return dialogs.chooseAny("Choose a file");
  }

  @Override
  public void leave() {
    shown.set(false);
  }
}
