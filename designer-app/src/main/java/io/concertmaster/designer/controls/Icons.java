package io.concertmaster.designer.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of the one pack that the window uses (Material 2), and buttons that show only an icon. */
public final class Icons {
  private Icons() {}

  /** The icon of an Ikonli literal such as {@code mdal-add}; coloured by CSS. */
  public static FontIcon of(String literal) {
    return new FontIcon(literal);
  }

  /**
   * A flat button with an icon.
   *
   * @param says what it does, for the tooltip and for screen readers
   */
  public static Button button(String literal, String says, Runnable action) {
    Button button = new Button("", of(literal));
    button.getStyleClass().addAll("flat", "icon-button");
    button.setTooltip(new Tooltip(says));
    button.setAccessibleText(says);
    button.setOnAction(event -> action.run());
    return button;
  }
}
