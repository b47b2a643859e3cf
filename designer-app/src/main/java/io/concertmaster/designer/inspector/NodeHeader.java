package io.concertmaster.designer.inspector;

import io.concertmaster.designer.controls.Icons;
import io.concertmaster.node.NodeDescriptor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The node's name, which can be changed in place (Enter or leaving takes it, Escape gives it up),
 * and what type of node it is.
 */
final class NodeHeader extends VBox {
  private final TextField name = new TextField();
  private final Label wrong = new Label();
  private final Predicate<String> taken;
  private final Consumer<String> rename;
  private String current = "";

  /**
   * A header.
   *
   * @param descriptor the node's type; empty where it is unknown here
   * @param taken whether another node has a name
   * @param rename gets a new name that is not taken
   */
  NodeHeader(
      Optional<NodeDescriptor> descriptor,
      String type,
      Predicate<String> taken,
      Consumer<String> rename) {
    this.taken = taken;
    this.rename = rename;
    getStyleClass().add("node-header");
    name.getStyleClass().setAll("name-field");
    name.setId("node-name");
    name.setAccessibleText("Name of the node");
    name.setOnAction(event -> take());
    name.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        name.setText(current);
        note("");
      }
    });
    name.focusedProperty()
        .addListener((property, was, is) -> {
          if (!is) {
            take();
          }
        });
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox line = new HBox(name);
    line.setAlignment(Pos.CENTER_LEFT);
    descriptor
        .filter(known -> !known.documentation().isEmpty())
        .ifPresent(known -> line.getChildren().add(documentation(known)));
    wrong.getStyleClass().add("field-error");
    note("");
    Label subtitle = new Label(descriptor.map(NodeHeader::subtitle).orElse("Unknown type " + type));
    subtitle.getStyleClass().add("node-type");
    subtitle.setWrapText(true);
    subtitle.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(line, wrong, subtitle);
  }

  /** Shows the name, unless somebody is changing it. */
  void show(String shown) {
    boolean editing = name.isFocused() && !name.getText().equals(current);
    current = shown;
    if (!editing) {
      name.setText(shown);
    }
  }

  private void take() {
    String wanted = name.getText().strip();
    if (wanted.isEmpty() || wanted.equals(current)) {
      name.setText(current);
      note("");
    } else if (taken.test(wanted)) {
      note("Another node is called “" + wanted + "”: choose another name.");
      if (!name.isFocused()) {
        name.setText(current);
      }
    } else {
      note("");
      current = wanted;
      rename.accept(wanted);
    }
  }

  private void note(String words) {
    wrong.setText(words);
    wrong.setVisible(!words.isEmpty());
    wrong.setManaged(!words.isEmpty());
  }

  private static String subtitle(NodeDescriptor descriptor) {
    String summary = descriptor.summary();
    if (summary.isEmpty()) {
      return descriptor.name();
    }
    boolean word = summary.length() > 1 && Character.isLowerCase(summary.charAt(1));
    String start = summary.substring(0, 1);
    return descriptor.name()
        + " · "
        + (word ? start.toLowerCase(Locale.ROOT) : start)
        + summary.substring(1);
  }

  private static Button documentation(NodeDescriptor descriptor) {
    Button button = Icons.button("mdal-help_outline", "What this node does", () -> {});
    button.setOnAction(event -> Documentation.show(descriptor, button));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
