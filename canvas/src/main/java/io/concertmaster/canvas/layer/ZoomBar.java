package io.concertmaster.canvas.layer;

import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Smaller, the zoom itself (a click sets 100 %), larger, everything. */
public final class ZoomBar extends HBox {
  /** Its height in pixels. */
  public static final double HEIGHT = 32;

  private static final double STEP = 1.2;

  private final PanelButton percent;
  private final List<PanelButton> buttons;
  private final List<Region> lines = new ArrayList<>();
  private double zoom = 1;

  /**
   * @param zoomTo sets a zoom
   * @param fit shows everything
   */
  public ZoomBar(DoubleConsumer zoomTo, Runnable fit) {
    setManaged(false);
    percent = new PanelButton("", "Zoom to 100 %", 62, () -> zoomTo.accept(1));
    buttons =
        List.of(
            new PanelButton("M4 8 H12", "Zoom out", 33, () -> zoomTo.accept(zoom / STEP)),
            percent,
            new PanelButton("M4 8 H12 M8 4 V12", "Zoom in", 33, () -> zoomTo.accept(zoom * STEP)),
            new PanelButton(
                "M2 6 V3 H5 M11 3 H14 V6 M14 10 V13 H11 M5 13 H2 V10", "Show everything", 36, fit));
    for (PanelButton button : buttons) {
      if (!getChildren().isEmpty()) {
        Region line = new Region();
        line.setMinWidth(1);
        lines.add(line);
        getChildren().add(line);
      }
      getChildren().add(button);
    }
    setZoom(1);
  }

  /** Shows a zoom. */
  public void setZoom(double value) {
    zoom = value;
    percent.setText(Math.round(value * 100) + " %");
  }

  /** Draws in other colours. */
  public void setTheme(CanvasTheme theme) {
    Panels.style(this, theme);
    buttons.forEach(button -> button.setTheme(theme));
    lines.forEach(line -> line.setBackground(Background.fill(theme.border())));
  }
}
