package io.concertmaster.designer;

import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.designer.command.CommandButton;
import io.concertmaster.designer.command.CommandPalette;
import io.concertmaster.designer.command.Commands;
import io.concertmaster.designer.credential.WindowCredentials;
import io.concertmaster.designer.document.DocumentFiles;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.FileDialogs;
import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.designer.environment.Servers;
import io.concertmaster.designer.form.WindowDesk;
import io.concertmaster.designer.frame.MainFrame;
import io.concertmaster.designer.frame.OverlayLayer;
import io.concertmaster.designer.frame.Panel;
import io.concertmaster.designer.frame.StatusBar;
import io.concertmaster.designer.frame.TopBar;
import io.concertmaster.designer.frame.UndecidedRuns;
import io.concertmaster.designer.inbox.InboxButton;
import io.concertmaster.designer.listen.ActivePopover;
import io.concertmaster.designer.listen.ActiveSwitch;
import io.concertmaster.designer.listen.Activity;
import io.concertmaster.designer.listen.AddressRow;
import io.concertmaster.designer.listen.Trigger;
import io.concertmaster.designer.listen.WebBrowser;
import io.concertmaster.designer.run.EngineSession;
import io.concertmaster.designer.run.LocalPlace;
import io.concertmaster.designer.runs.RunsFeed;
import io.concertmaster.designer.runs.RunsPane;
import io.concertmaster.designer.settings.WindowState;
import io.concertmaster.designer.theme.Look;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.engine.RunId;
import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.form.build.FormBuilder;
import io.concertmaster.node.NodeCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The window's parts, put together. It knows nothing of stages: the same workbench stands in a
 * window, in a picture and in a test.
 */
public final class Workbench {
  private final NodeCatalog catalog;
  private final EngineSession engine;
  private final Look look;
  private final ClipboardAccess clipboard;
  private final FileDialogs dialogs;
  private final ObjectProperty<WindowState> state;
  private final OpenDocuments documents;
  private final DocumentFiles files;
  private final OverlayLayer overlay = new OverlayLayer();
  private final Map<EditorDocument, Desk> desks = new WeakHashMap<>();
  private final Map<FormDocument, FormBuilder> builders = new WeakHashMap<>();
  private final BooleanProperty elementChosen = new SimpleBooleanProperty();
  private final BooleanProperty running = new SimpleBooleanProperty();
  private final BooleanProperty waiting = new SimpleBooleanProperty();
  private final Commands commands;
  private final Activity activity;
  private final ActiveSwitch active;
  private final InboxArea inbox;
  private final DeployArea servers;
  private final WindowCredentials credentials;
  private final TopBar top;
  private final PaletteArea palette;
  private final MainFrame frame;

  /**
   * Puts the parts together around a document.
   *
   * @param first its file: what stands around a document is made for this one at once, not for an
   *     empty one before; without it, or where it cannot be read, the document is empty
   */
  public Workbench(
      NodeCatalog catalog,
      EngineSession engine,
      Look look,
      ClipboardAccess clipboard,
      FileDialogs dialogs,
      WindowState start,
      Optional<Path> first,
      Runnable quit) {
    this.catalog = catalog;
    this.engine = engine;
    this.look = look;
    this.clipboard = clipboard;
    this.dialogs = dialogs;
    this.state = new SimpleObjectProperty<>(start);
    documents = new OpenDocuments(DocumentFiles.fresh(List.of(), catalog));
    files =
        new DocumentFiles(
            documents, dialogs, catalog, file -> state.set(state.get().withRecent(file)));
    first.ifPresent(files::openFirst);
    documents
        .ofWorkflow(EditorDocument::run)
        .subscribe(run -> {
          Optional<RunStatus> status = run == null ? Optional.empty() : run.map(RunView::status);
          running.set(status.equals(Optional.of(RunStatus.RUNNING)));
          waiting.set(status.equals(Optional.of(RunStatus.WAITING)));
        });
    documents.all().addListener((ListChangeListener<OpenDocument<?>>) this::closed);
    inbox = new InboxArea(this, engine, clipboard, dialogs);
    credentials = new WindowCredentials(engine.home());
    Servers known = new Servers(engine.home());
    engine.closeToo(known);
    servers = new DeployArea(this, overlay, dialogs, known, new LocalPlace(engine));
    commands = new DesignerCommands(this, quit).all();
    top =
        new TopBar(
            commands,
            documents,
            files::close,
            List.of(DesignerMenus.recent(this), DesignerMenus.themes(look)),
            servers.menu(),
            running,
            waiting);
    activity = new Activity(engine);
    active = new ActiveSwitch(documents, activity, dialogs, files::save, this::openActive);
    top.add(2, active);
    top.add(0, new InboxButton(commands.get("view.inbox"), inbox.feed()));
    top.onTabs(inbox::leave);
    StatusBar status =
        new StatusBar(
            engine.state(),
            engine::metrics,
            documents,
            commands.get("view.problems"),
            new UndecidedRuns(engine, this::openRun),
            servers.bar());
    palette = new PaletteArea(catalog, this::desk, overlay);
    RunsPane runs =
        new RunsPane(
            id -> desk().runs().open(servers.place().get(), id),
            id -> desk().runs().resume(servers.place().get(), id),
            id -> desk().runs().cancel(servers.place().get(), id),
            servers::retry,
            this::nodeName);
    RunsFeed feed = new RunsFeed(engine, documents, runs, servers.place());
    frame = new MainFrame(top, palette.region(), runsPanel(runs), status, overlay, start);
    look.dress(frame);
    look.chosen().subscribe(theme -> state.set(state.get().withTheme(theme.id())));
    documents
        .active()
        .subscribe(document -> {
          inbox.leave();
          front();
        });
    inbox.shown().subscribe(shown -> front());
    feed.refresh();
  }

  private Panel runsPanel(RunsPane runs) {
    CommandButton start =
        CommandButton.ofIcon(commands.get("deploy.runLive"), "mdmz-play_circle_outline");
    start.getStyleClass().add("flat");
    start.visibleProperty().bind(start.disableProperty().not());
    Panel panel = new Panel("RUNS", runs, start);
    servers
        .place()
        .subscribe(place ->
            panel.heading(
                place
                    .environment()
                    .map(name -> "RUNS ON " + name.toUpperCase(Locale.ROOT))
                    .orElse("RUNS")));
    return panel;
  }

  /** The root of the scene. */
  public Region root() {
    return frame;
  }

  /** All that people can do. */
  public Commands commands() {
    return commands;
  }

  /** The open documents. */
  public OpenDocuments documents() {
    return documents;
  }

  /** Documents and their files. */
  public DocumentFiles files() {
    return files;
  }

  /** What the window remembers; its places are added by {@link #remember}. */
  public ObjectProperty<WindowState> state() {
    return state;
  }

  /** What to remember of the window as it stands. */
  public WindowState remember() {
    return frame.remember(state.get());
  }

  /** What stands for the workflow in front. */
  Desk desk() {
    return desks.computeIfAbsent(document(), this::makeDesk);
  }

  /** Opens a recent file; one that is gone leaves the list. */
  void openRecent(Path file) {
    if (!files.open(file) && Files.notExists(file)) {
      state.set(state.get().withoutRecent(file));
    }
  }

  /** Brings the keyboard to the search field of what can be added. */
  void focusNodeSearch() {
    builder().ifPresentOrElse(FormBuilder::focusSearch, palette::focusSearch);
  }

  NodeCatalog catalog() {
    return catalog;
  }

  Look look() {
    return look;
  }

  /** What nodes sign in with on this machine. */
  WindowCredentials credentials() {
    return credentials;
  }

  /** Whether the run on the canvas works. */
  ReadOnlyBooleanProperty running() {
    return running;
  }

  /** Whether the run on the canvas only waits: others may begin beside it. */
  ReadOnlyBooleanProperty waiting() {
    return waiting;
  }

  /** The workflow in front; to be asked for only while one is. */
  EditorDocument document() {
    if (documents.active().get() instanceof EditorDocument workflow) {
      return workflow;
    }
    throw new IllegalStateException("no workflow is in front");
  }

  /** The builder of the form in front; empty while a workflow is. */
  Optional<FormBuilder> builder() {
    return documents.active().get() instanceof FormDocument form
        ? Optional.of(builders.computeIfAbsent(form, this::makeBuilder))
        : Optional.empty();
  }

  private FormBuilder makeBuilder(FormDocument form) {
    FormBuilder builder =
        new FormBuilder(new WindowDesk(form, () -> dialogs.chooseAny("Choose a file")));
    commands.listen(builder.keyArea());
    builder.hasChosen().subscribe(chosen -> elementChosen.set(chosen));
    return builder;
  }

  /** Whether an element of the form in front is chosen. */
  ReadOnlyBooleanProperty elementChosen() {
    return elementChosen;
  }

  /** Brings the tab beside to the front; not while a dialog lies over the window. */
  void stepTab(int by) {
    if (!overlay.isOpen()) {
      documents.step(by);
    }
  }

  /** Opens the command palette under the search field. */
  void openPalette() {
    CommandPalette palette = new CommandPalette(new PaletteChoices(this).all(), overlay::close);
    var field = top.searchField().localToScene(top.searchField().getBoundsInLocal());
    Point2D place =
        overlay.sceneToLocal(field.getMinX() + field.getWidth() / 2 - 280, field.getMinY());
    overlay.show(palette, place.getX(), place.getY());
    palette.focusSearch();
  }

  /** What shows an address, to be copied and opened. */
  Node address(String address) {
    AddressRow row = new AddressRow("", clipboard, WebBrowser.system());
    row.show(address, isForBrowsers(address));
    return row;
  }

  /** Whether it is the address of a trigger of the workflow in front that a browser calls. */
  private boolean isForBrowsers(String address) {
    EditorDocument document = document();
    return Trigger.of(document.workflow().get(), catalog, document.folder()).stream()
        .filter(Trigger::isForBrowsers)
        .flatMap(each -> each.path().stream())
        .anyMatch(address::endsWith);
  }

  /** Says what listens of the workflow in front, under the switch. */
  private void openActive(Node beside) {
    ActivePopover popover =
        new ActivePopover(
            document(),
            activity,
            engine.door(),
            clipboard,
            WebBrowser.system(),
            () -> {
              overlay.close();
              active.activate(document());
            });
    Bounds bounds = overlay.sceneToLocal(beside.localToScene(beside.getBoundsInLocal()));
    overlay.show(popover, bounds.getMaxX() - popover.getPrefWidth(), bounds.getMaxY() + 8);
    overlay.focusShown();
  }

  /** Chooses a node and brings it into sight. */
  void goTo(String node) {
    Desk desk = desk();
    desk.area().canvas().select(Selection.ofNode(node));
    desk.area().canvas().reveal(node);
    desk.area().canvas().requestFocus();
  }

  /** The servers that the window knows. */
  DeployArea servers() {
    return servers;
  }

  /** The inbox of this machine's runs. */
  InboxArea inbox() {
    return inbox;
  }

  /** Shows a run on the canvas of its workflow, where that is open. */
  void openRun(RunId run) {
    var _ = engine.run(run).thenAccept(view -> view.ifPresent(this::openRun));
  }

  private void openRun(RunView view) {
    Optional<OpenDocument<?>> open =
        documents.all().stream()
            .filter(each ->
                each instanceof EditorDocument && each.id().equals(view.summary().workflowId()))
            .findFirst();
    if (open.isEmpty()) {
      dialogs.tell(
          "The workflow of this run is not open",
          "Open the file of “" + view.summary().workflowName() + "” first.");
      return;
    }
    documents.activate(open.get());
    inbox.leave();
    desk().runs().open(view.id());
  }

  private String nodeName(String id) {
    return document().workflow().get().nameOf(id);
  }

  private void front() {
    Optional<FormBuilder> builder = builder();
    elementChosen.set(builder.filter(each -> each.hasChosen().get()).isPresent());
    if (inbox.shown().get()) {
      frame.show(inbox.pane());
      return;
    }
    if (builder.isPresent()) {
      frame.show(builder.get());
      return;
    }
    Desk desk = desk();
    frame.show(desk.area(), desk.inspector(), desk.data());
  }

  /** What stands for a document goes with its tab. */
  private void closed(ListChangeListener.Change<? extends OpenDocument<?>> change) {
    while (change.next()) {
      for (OpenDocument<?> each : change.getRemoved()) {
        Desk desk = each instanceof EditorDocument document ? desks.remove(document) : null;
        if (desk != null) {
          desk.close();
        }
      }
    }
  }

  private Desk makeDesk(EditorDocument document) {
    return new DeskMaker(this, engine, look, clipboard, dialogs, overlay).make(document);
  }
}
