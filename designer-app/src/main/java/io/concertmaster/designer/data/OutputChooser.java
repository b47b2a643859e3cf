package io.concertmaster.designer.data;

import io.concertmaster.engine.Activation;
import io.concertmaster.engine.NodeView;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.Port;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;

/**
 * The title of the data view, {@code Over 10,000? → true 17 items}, in which the output and the
 * pass can be chosen where a node has several.
 */
final class OutputChooser extends HBox {
  private static final int LISTED = 200;

  private final Label name = new Label();
  private final Label arrow = new Label("→");
  private final MenuButton outputs = new MenuButton();
  private final MenuButton passes = new MenuButton();
  private final Label count = new Label();
  private final Runnable changed;
  private String node = "";
  private String output = Port.MAIN;
  private int activation;
  private Optional<String> wantedOutput = Optional.empty();
  private Optional<Integer> wantedPass = Optional.empty();

  OutputChooser(Runnable changed) {
    this.changed = changed;
    getStyleClass().add("output-chooser");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    name.getStyleClass().add("data-title");
    name.setMinWidth(40);
    arrow.getStyleClass().add("data-title");
    arrow.setMinWidth(USE_PREF_SIZE);
    outputs.getStyleClass().addAll("flat", "title-choice");
    passes.getStyleClass().addAll("flat", "pass-choice");
    count.getStyleClass().add("data-count");
    count.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, arrow, outputs, count, passes);
  }

  /** The id of the chosen output. */
  String output() {
    return output;
  }

  /** The position of the chosen activation, from 0. */
  int activation() {
    return activation;
  }

  /** Shows words without a choice. */
  void plain(String title, String detail) {
    node = "";
    name.setText(title);
    count.setText(detail);
    show(arrow, false);
    show(outputs, false);
    show(passes, false);
  }

  /** Says how many items are shown. */
  void count(String words) {
    count.setText(words);
  }

  /** Chooses an output and a pass of a node, for when that node is shown next. */
  void prefer(String nodeId, String port, int pass) {
    wantedOutput = Optional.of(port);
    wantedPass = Optional.of(pass);
    if (node.equals(nodeId)) {
      node = "";
    }
  }

  /** Shows the choices of a node; another node than before starts at its best ones. */
  void show(String id, NodeDefinition definition, List<Port> ports, Optional<NodeView> view) {
    boolean another = !node.equals(id);
    node = id;
    name.setText(definition.name());
    if (another || ports.stream().noneMatch(port -> port.id().equals(output))) {
      output = wantedOutput.orElseGet(() -> firstWithItems(ports, view));
      wantedOutput = Optional.empty();
    }
    int runs = view.map(known -> known.activations().size()).orElse(0);
    if (wantedPass.isPresent()) {
      activation = Math.clamp(wantedPass.get(), 0, Math.max(0, runs - 1));
      wantedPass = Optional.empty();
    } else if (another
        || activation >= runs
        || passes.getItems().size() != Math.min(runs, LISTED)) {
      activation = view.map(known -> Shown.bestActivation(known, output)).orElse(0);
    }
    listOutputs(ports);
    listPasses(view.map(NodeView::activations).orElse(List.of()));
  }

  private static String firstWithItems(List<Port> ports, Optional<NodeView> view) {
    return ports.stream()
        .map(Port::id)
        .filter(id -> view.isPresent() && view.get().itemsOut(id) > 0)
        .findFirst()
        .orElse(ports.isEmpty() ? Port.MAIN : ports.getFirst().id());
  }

  private void listOutputs(List<Port> ports) {
    boolean several = ports.size() > 1;
    show(arrow, several);
    show(outputs, several);
    outputs
        .getItems()
        .setAll(
            ports.stream()
                .map(port -> item(label(port), port.id().equals(output), () -> choose(port.id())))
                .toList());
    ports.stream()
        .filter(port -> port.id().equals(output))
        .findFirst()
        .ifPresent(port -> outputs.setText(label(port)));
  }

  private void listPasses(List<Activation> activations) {
    show(passes, activations.size() > 1);
    passes.setText("pass " + (activation + 1) + " of " + activations.size());
    int first = Math.max(0, activations.size() - LISTED);
    passes
        .getItems()
        .setAll(
            IntStream.range(first, activations.size())
                .mapToObj(
                    index -> item("pass " + (index + 1), index == activation, () -> pass(index)))
                .toList());
  }

  private void choose(String id) {
    output = id;
    changed.run();
  }

  private void pass(int index) {
    wantedPass = Optional.of(index);
    changed.run();
  }

  private static RadioMenuItem item(String text, boolean chosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setSelected(chosen);
    item.setOnAction(event -> action.run());
    return item;
  }

  private static String label(Port port) {
    return port.label().isEmpty() ? port.id() : port.label();
  }

  private static void show(javafx.scene.Node part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
