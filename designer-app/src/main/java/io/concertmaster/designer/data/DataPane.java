package io.concertmaster.designer.data;

import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.controls.ControlSheet;
import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.controls.Segments;
import io.concertmaster.designer.window.ClipboardAccess;
import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * What left the chosen node in the run that the document shows: as a table or as JSON, and the
 * run's log. It follows the document and reads items from the engine page by page.
 */
public final class DataPane extends BorderPane {
  private static final int TABLE = 0;
  private static final int JSON = 1;
  private static final int LOG = 2;

  private final DocumentView document;
  private final EngineAccess engine;
  private final OutputChooser chooser = new OutputChooser(this::refresh);
  private final Segments segments = new Segments("Table", "JSON", "Log");
  private final ItemsTable table;
  private final JsonView json = new JsonView(this::failed);
  private final LogView log = new LogView();
  private final EmptyState empty = new EmptyState();
  private OptionalLong reveal = OptionalLong.empty();

  /** The data view of a document, copying to the system's clipboard. */
  public DataPane(DocumentView document, EngineAccess engine) {
    this(document, engine, ClipboardAccess.system());
  }

  /** The data view of a document, copying to a clipboard of one's own. */
  public DataPane(DocumentView document, EngineAccess engine, ClipboardAccess clipboard) {
    this.document = document;
    this.engine = engine;
    this.table = new ItemsTable(clipboard, this::failed);
    getStyleClass().add("data-pane");
    getStylesheets()
        .addAll(
            ControlSheet.URL,
            CodeEditor.stylesheet(),
            Objects.requireNonNull(DataPane.class.getResource("data.css")).toExternalForm());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(chooser, space, segments);
    header.getStyleClass().add("data-header");
    header.setAlignment(Pos.CENTER_LEFT);
    segments.setMinWidth(USE_PREF_SIZE);
    setTop(header);
    setCenter(new StackPane(table, json, log, empty));
    segments.chosen().addListener((property, was, is) -> refresh());
    document.workflow().addListener((property, was, is) -> refresh());
    document.run().addListener((property, was, is) -> refresh());
    document.selectedNode().addListener((property, was, is) -> refresh());
    refresh();
  }

  private void refresh() {
    Optional<RunView> run = document.run().get();
    Workflow workflow = document.workflow().get();
    Optional<String> selected = document.selectedNode().get();
    Optional<NodeDefinition> node = selected.flatMap(workflow::node);
    if (segments.chosen().get() == LOG && run.isPresent()) {
      chooser.plain(node.map(NodeDefinition::name).orElse("Log"), "run " + run.get().id());
      log.show(run.get(), node.isPresent() ? selected : Optional.empty());
      only(log);
    } else if (node.isEmpty()) {
      chooser.plain("Data", "");
      nothing(noNode(run));
    } else {
      show(run, selected.orElseThrow(), node.get());
    }
  }

  private static Shown.Nothing noNode(Optional<RunView> run) {
    return run.isPresent()
        ? new Shown.Nothing("Choose a node to see its items", "", false)
        : new Shown.Nothing(
            "Run the workflow to see data here",
            "Then choose a node to look at the items it sent.",
            false);
  }

  private void show(Optional<RunView> run, String id, NodeDefinition node) {
    Optional<NodeView> view = run.map(known -> known.nodes().get(id));
    chooser.show(id, node, Shown.outputs(node, document.catalog()), view);
    Shown shown = Shown.of(run, id, node, chooser.output(), chooser.activation(), engine);
    switch (shown) {
      case Shown.Nothing nothing -> {
        chooser.count(view.isPresent() ? "0 items" : "");
        nothing(nothing);
      }
      case Shown.Output output -> {
        String pinned = output.activation().isEmpty() ? " pinned" : "";
        chooser.count(ValueText.count(output.items().size(), "item") + pinned);
        if (segments.chosen().get() == JSON) {
          json.show(output.items());
          only(json);
        } else {
          lineage(run, id, output);
          table.show(output.items());
          only(table);
          reveal.ifPresent(table::reveal);
          reveal = OptionalLong.empty();
        }
      }
    }
  }

  private void lineage(Optional<RunView> run, String id, Shown.Output output) {
    if (run.isEmpty() || output.activation().isEmpty()) {
      table.lineage(item -> Optional.empty(), origin -> "", origin -> {});
      return;
    }
    Lineage lineage = new Lineage(run.get());
    table.lineage(
        item -> lineage.origin(id, output.activation().get(), item),
        origin -> lineage.name(origin.sender().node()) + " #" + ValueText.number(origin.item() + 1),
        this::follow);
  }

  /** Shows the item from which another came: selects its node, and its row in the table. */
  private void follow(Lineage.Origin origin) {
    reveal = OptionalLong.of(origin.item());
    chooser.prefer(
        origin.sender().node(), origin.sender().output(), origin.sender().activation().runIndex());
    segments.choose(TABLE);
    document.selectedNode().set(Optional.of(origin.sender().node()));
  }

  private void nothing(Shown.Nothing words) {
    empty.say(words.title(), words.hint(), words.bad());
    only(empty);
  }

  private void failed(Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    nothing(new Shown.Nothing("These items cannot be read", message, true));
  }

  @SuppressWarnings("ReferenceEquality") // nodes of a scene are themselves
  private void only(Node shown) {
    for (Node each : new Node[] {table, json, log, empty}) {
      each.setVisible(each == shown);
    }
  }
}
