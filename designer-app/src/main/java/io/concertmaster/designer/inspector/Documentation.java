package io.concertmaster.designer.inspector;

import atlantafx.base.controls.Popover;
import io.concertmaster.designer.controls.Markdown;
import io.concertmaster.node.NodeDescriptor;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A node type's documentation in a popover beside the button that asked for it. */
final class Documentation {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 460;

  private Documentation() {}

  /** Opens the popover. */
  static void show(NodeDescriptor descriptor, Node beside) {
    VBox text = Markdown.render(descriptor.documentation());
    text.getStyleClass().add("documentation");
    text.setPrefWidth(WIDTH - 24);
    ScrollPane scroll = new ScrollPane(text);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportWidth(WIDTH);
    scroll.setPrefViewportHeight(HEIGHT);
    scroll.setMaxHeight(HEIGHT);
    scroll.getStyleClass().add("documentation-scroll");
    scroll.getStylesheets().addAll(beside.getScene().getRoot().getStylesheets());
    scroll.getStylesheets().add(InspectorPane.stylesheet());
    Popover popover = new Popover(scroll);
    popover.setTitle(descriptor.name());
    popover.setHeaderAlwaysVisible(true);
    popover.setDetachable(false);
    popover.setAnimated(false);
    popover.setArrowLocation(Popover.ArrowLocation.RIGHT_TOP);
    popover.show(beside);
  }
}
