package io.concertmaster.designer.canvas;

import io.concertmaster.designer.command.Command;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an empty canvas says: how to begin. */
public final class EmptyCanvas extends VBox {
  /**
   * A way to begin.
   *
   * @param icon an icon's literal
   */
  public record Way(String icon, Command command) {}

  /** These ways to begin. */
  public EmptyCanvas(List<Way> ways) {
    getStyleClass().add("empty-canvas");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPickOnBounds(false);
    Label title = new Label("An empty workflow");
    title.getStyleClass().add("title");
    Label lead =
        new Label("Runs begin at a trigger. Drag nodes from the left, or start with one of these.");
    lead.getStyleClass().add("lead");
    lead.setWrapText(true);
    getChildren().addAll(title, lead);
    for (Way way : ways) {
      Button button = new Button(way.command().title(), new FontIcon(way.icon()));
      button.setId("begin-" + way.command().id());
      button.setOnAction(event -> way.command().perform());
      getChildren().add(button);
    }
  }
}
