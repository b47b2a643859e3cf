package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.controls.Segments;
import io.concertmaster.designer.data.Items;
import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.expression.InputPreview.Situation;
import io.concertmaster.designer.window.DocumentView;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.NodeView;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The inspector of one node; made anew when another node is chosen. */
final class NodeInspector extends BorderPane {
  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int ON_ERROR = 3;

  private final String node;
  private final Optional<NodeType> type;
  private final SettingsContext context;
  private final NodeHeader header;
  private final Segments tabs = new Segments("Settings", "Input", "Output", "On error");
  private final Optional<SettingsTab> settings;
  private final ItemBrowser input;
  private final ItemBrowser output;
  private final OnErrorTab onError;
  private final ScrollPane scroll = new ScrollPane();

  /** Held here, so that the preview's weak reference lives as long as the inspector. */
  private final InvalidationListener newInput = property -> showInput();

  /**
   * The inspector of a node.
   *
   * @param key gives the key under which what is typed next makes one step of undo
   */
  NodeInspector(
      String node,
      NodeDefinition definition,
      DocumentView document,
      EngineAccess engine,
      SettingsContext context,
      CredentialAccess credentials,
      Changes changes,
      Supplier<String> key) {
    this.node = node;
    this.context = context;
    this.type = document.catalog().find(definition.type(), definition.version());
    Optional<NodeDescriptor> descriptor = type.map(NodeType::descriptor);
    getStyleClass().add("node-inspector");
    header =
        new NodeHeader(
            descriptor,
            definition.type(),
            name ->
                document.workflow().get().idOfName(name).filter(id -> !id.equals(node)).isPresent(),
            name -> changes.rename(node, name));
    settings =
        descriptor.map(known ->
            new SettingsTab(
                known,
                context,
                engine,
                values -> changes.parameters(node, values, node + "/" + key.get()),
                items -> changes.pin(node, items),
                credentials,
                changed -> changes.policy(node, changed, node + "/" + key.get())));
    input =
        new ItemBrowser(
            new EmptyState("No input yet", "Run the workflow to see what reaches this node."),
            context::give);
    output =
        new ItemBrowser(
            new EmptyState("No output yet", "Run the workflow to see what this node sends."),
            context::give);
    onError =
        new OnErrorTab(
            definition,
            context,
            changed -> changes.policy(node, changed, node + "/policy/" + key.get()));
    boolean note = descriptor.map(NodeDescriptor::isNote).orElse(false);
    tabs.show(INPUT, !descriptor.map(known -> known.inputs().isEmpty()).orElse(false));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("inspector-scroll");
    tabs.chosen().addListener((property, was, is) -> showTab());
    VBox top = note ? new VBox(header) : new VBox(header, tabs);
    top.getStyleClass().add("inspector-top");
    setTop(top);
    setCenter(scroll);
    context.preview().situation().addListener(new WeakInvalidationListener(newInput));
    showTab();
    showInput();
  }

  /** The id of the node. */
  String node() {
    return node;
  }

  /** Whether the inspector fits a definition: same type, same version. */
  boolean fits(NodeDefinition definition) {
    return type.map(known -> known.descriptor())
        .map(known ->
            known.type().equals(definition.type()) && known.version() == definition.version())
        .orElse(false);
  }

  /** Shows the node as it is now, in a run. */
  void show(Workflow workflow, NodeDefinition definition, Optional<RunView> run) {
    header.show(definition.name());
    Optional<NodeView> view = run.map(known -> known.nodes().get(node));
    settings.ifPresent(tab -> tab.show(definition, sent(definition, view)));
    onError.show(definition);
    context.preview().show(workflow, run, node);
    List<ItemBrowser.Source> sources = outputs(definition, view);
    output.show(sources);
    long count = sources.stream().mapToLong(source -> source.items().size()).sum();
    tabs.title(OUTPUT, view.isPresent() ? "Output " + ValueText.number(count) : "Output");
  }

  /** The tab with the settings. */
  Optional<SettingsTab> settings() {
    return settings;
  }

  /** Scrolls so far that a part of the settings is in sight. */
  void bringIntoSight(Node part) {
    applyCss();
    layout();
    Node content = scroll.getContent();
    double room = scroll.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - room;
    Bounds place = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
    double top = scroll.getVvalue() * Math.max(0, hidden);
    if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > top + room)) {
      scroll.setVvalue(Math.clamp((place.getMinY() - room / 3) / hidden, 0, 1));
    }
  }

  /** The tabs over the content. */
  Segments tabs() {
    return tabs;
  }

  private void showInput() {
    Situation situation = context.preview().situation().get();
    long count = situation.inputs().stream().mapToLong(each -> each.items().size()).sum();
    tabs.title(INPUT, situation.inputs().isEmpty() ? "Input" : "Input " + ValueText.number(count));
    input.show(
        situation.inputs().stream()
            .map(each ->
                new ItemBrowser.Source(
                    "from " + each.from() + " · " + ValueText.count(each.items().size(), "item"),
                    each.items()))
            .toList());
  }

  private void showTab() {
    scroll.setContent(
        switch (tabs.chosen().get()) {
          case INPUT -> input;
          case OUTPUT -> output;
          case ON_ERROR -> onError;
          default -> settings.<Region>map(tab -> tab).orElseGet(NodeInspector::unknownType);
        });
    scroll.setVvalue(0);
  }

  private static Region unknownType() {
    Label label =
        new Label(
            "This program does not know the node's type, so it cannot show its settings. They stay"
                + " in the file as they are.");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("property-help");
    VBox box = new VBox(label);
    box.getStyleClass().add("tab-content");
    return box;
  }

  private Optional<ItemListRef> sent(NodeDefinition definition, Optional<NodeView> view) {
    List<Port> ports = type.map(known -> known.outputs(definition.parameters())).orElse(List.of());
    return ports.isEmpty()
        ? Optional.empty()
        : view.map(known -> known.last().outputs().get(ports.getFirst().id()));
  }

  private List<ItemBrowser.Source> outputs(NodeDefinition definition, Optional<NodeView> view) {
    List<ItemBrowser.Source> sources = new ArrayList<>();
    definition
        .pinned()
        .ifPresent(items -> sources.add(new ItemBrowser.Source("pinned", new Items.Held(items))));
    view.ifPresent(known ->
        known
            .last()
            .outputs()
            .forEach((port, list) ->
                sources.add(
                    new ItemBrowser.Source(
                        port + " · " + ValueText.count(list.size(), "item"),
                        new Items.Stored(list, context.preview().engine())))));
    return sources;
  }
}
