package io.concertmaster.designer.command;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that does what a command does. */
public final class CommandButton extends Button {
  /** A button with an icon only; title and keys stand in its tooltip. */
  public static CommandButton ofIcon(Command command, String icon) {
    CommandButton button = new CommandButton(command);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("icon-button");
    return button;
  }

  /** A button with a word. */
  public static CommandButton ofText(Command command, String text, String icon) {
    CommandButton button = new CommandButton(command);
    button.setGraphic(new FontIcon(icon));
    button.setText(text);
    return button;
  }

  private CommandButton(Command command) {
    setId("button-" + command.id());
    setFocusTraversable(false);
    setAccessibleText(command.title());
    setTooltip(
        new Tooltip(
            command.keys().isEmpty() ? command.title() : command.title() + "  " + command.keys()));
    disableProperty().bind(Bindings.not(command.enabled()));
    setOnAction(event -> command.perform());
  }
}
