package io.concertmaster.designer.inspector;

import io.concertmaster.designer.data.ValueText;
import io.concertmaster.designer.window.EngineAccess;
import io.concertmaster.engine.ItemListRef;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.data.Item;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A node's pinned items: how many there are, and buttons to pin its output or to unpin. */
final class PinnedSection extends VBox {
  /** Pinned items lie in the workflow's file: more than these belong into a file of their own. */
  private static final int MOST = 1_000;

  private final Label words = new Label();
  private final Button button = new Button();
  private final EngineAccess engine;
  private final Consumer<Optional<List<Item>>> change;

  PinnedSection(EngineAccess engine, Consumer<Optional<List<Item>>> change) {
    this.engine = engine;
    this.change = change;
    getStyleClass().add("section");
    Label title = new Label("Pinned data");
    title.getStyleClass().add("property-label");
    words.getStyleClass().add("property-help");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    button.getStyleClass().add("small-button");
    getChildren().addAll(title, words, button);
  }

  /** Shows a node, with the list that its first output sent in the last run. */
  void show(NodeDefinition node, Optional<ItemListRef> sent) {
    boolean pinned = node.pinned().isPresent();
    boolean few = sent.isPresent() && sent.get().size() > 0 && sent.get().size() <= MOST;
    words.setText(
        pinned
            ? ValueText.count(node.pinned().get().size(), "item")
                + (node.pinned().get().size() == 1 ? " stands" : " stand")
                + " in for this node's output: it does not run."
            : sent.isPresent() && sent.get().size() > MOST
                ? "None. Its output has more than " + ValueText.number(MOST) + " items: too many."
                : "None. Pin this node's output to run the rest without it.");
    button.setText(pinned ? "Unpin" : "Pin this output");
    button.setVisible(pinned || few);
    button.setManaged(pinned || few);
    button.setOnAction(event -> {
      if (pinned) {
        change.accept(Optional.empty());
      } else {
        pin(sent.orElseThrow());
      }
    });
  }

  private void pin(ItemListRef list) {
    var _ =
        engine
            .items(list, 0, MOST)
            .whenComplete((page, error) -> {
              if (error != null) {
                words.setText(
                    Objects.requireNonNullElse(error.getMessage(), "The items cannot be read."));
              } else {
                change.accept(
                    Optional.of(
                        page.items().stream().map(item -> item.pairedTo(List.of())).toList()));
              }
            });
  }
}
