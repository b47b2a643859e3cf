package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.theme.CanvasTheme;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;

/** The look that the panels of the canvas share. */
final class Panels {
  private static final CornerRadii ROUND = new CornerRadii(7);

  private Panels() {}

  static void style(Region panel, CanvasTheme theme) {
    panel.setBackground(new Background(new BackgroundFill(theme.surface(), ROUND, Insets.EMPTY)));
    panel.setBorder(
        new Border(
            new BorderStroke(
                theme.border(),
                BorderStrokeStyle.SOLID,
                ROUND,
                new BorderWidths(theme.contrast()))));
  }
}
