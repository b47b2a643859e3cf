package io.concertmaster.designer;

import io.concertmaster.designer.canvas.CanvasArea;
import io.concertmaster.designer.canvas.CanvasHands;
import io.concertmaster.designer.canvas.CanvasMenu;
import io.concertmaster.designer.canvas.CanvasPopups;
import io.concertmaster.designer.canvas.EmptyCanvas;
import io.concertmaster.designer.canvas.EmptyCanvas.Way;
import io.concertmaster.designer.command.Commands;
import io.concertmaster.designer.credential.CredentialDialogs;
import io.concertmaster.designer.credential.WindowCredentials;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.environment.ServerLists;
import io.concertmaster.designer.frame.OverlayLayer;
import io.concertmaster.designer.inspector.InspectorPane;
import io.concertmaster.designer.listen.TestCall;
import io.concertmaster.designer.listen.WebBrowser;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.RunControl;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.designer.window.EngineAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;

/** Makes what stands in the window for a document. */
record DeskMaker(
    Workbench workbench,
    EngineSession engine,
    Look look,
    ClipboardAccess clipboard,
    FileDialogs dialogs,
    OverlayLayer overlay) {
  Desk make(EditorDocument document) {
    Commands commands = workbench.commands();
    BooleanProperty problemsShown = new SimpleBooleanProperty();
    BooleanProperty reportShown = new SimpleBooleanProperty();
    DeployArea servers = workbench.servers();
    RunControl runs =
        new RunControl(
            document,
            engine,
            servers.local(),
            dialogs,
            servers.place()::set,
            () -> problemsShown.set(true));
    EngineAccess lists = new ServerLists(engine, servers.servers());
    CanvasArea area =
        new CanvasArea(
            document, look, new EmptyCanvas(ways(commands)), runs::decide, runs::upgrade);
    WindowCredentials credentials = workbench.credentials();
    document.beside(credentials.known());
    InspectorPane inspector =
        new InspectorPane(
            document,
            lists,
            new CredentialDialogs(credentials, overlay),
            new CompanionFiles(document, workbench.files()));
    TestCall tries = new TestCall(document, engine, runs, dialogs, clipboard, WebBrowser.system());
    inspector.footer(tries);
    CanvasMenu menu = new CanvasMenu(workbench::commands, node -> runs.start(Optional.of(node)));
    CanvasPopups popups =
        new CanvasPopups(document, area.canvas(), overlay, menu, dialogs, inspector::requestFocus);
    CanvasHands hands = new CanvasHands(document, area.canvas(), clipboard, popups);
    commands.listen(area);
    Region data =
        new BottomArea(
            document,
            lists,
            problemsShown,
            reportShown,
            problem -> inspector.reveal(problem.property()));
    return new Desk(area, hands, runs, inspector, tries, data, problemsShown, reportShown);
  }

  private static List<Way> ways(Commands commands) {
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("mdmz-play_circle_outline", commands.get("edit.addTrigger")));
    ways.add(new Way("mdal-folder_open", commands.get("file.open")));
    if (commands.has("file.sample")) {
      ways.add(new Way("mdmz-school", commands.get("file.sample")));
    }
    return ways;
  }
}
