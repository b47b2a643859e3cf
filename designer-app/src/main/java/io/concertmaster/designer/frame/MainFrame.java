package io.concertmaster.designer.frame;

import io.concertmaster.designer.settings.WindowState;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Where the areas of the window stand: the palette on the left, the canvas in the middle over runs
 * and data, the inspector on the right. The areas of the document in front are put into slots.
 */
public final class MainFrame extends StackPane {
  private static final double PALETTE = 248;
  private static final double INSPECTOR = 372;
  private static final double RUNS = 252;

  /** Below these the areas are of no use. */
  private static final double LEAST_PALETTE = 180;

  private static final double LEAST_INSPECTOR = 280;
  private static final double LEAST_RUNS = 160;
  private static final double LEAST_DATA = 264;
  private static final double BOTTOM = 264;

  private final StackPane canvas = new StackPane();
  private final StackPane inspector = new StackPane();
  private final StackPane data = new StackPane();
  private final StackPane whole = new StackPane();
  private final SplitPane outer;
  private final SplitPane inner;
  private final SplitPane middle;
  private final SplitPane bottom;
  private boolean placed;
  private final WindowState start;

  /** Of the parts that stay while documents change. */
  public MainFrame(
      Region top,
      Region palette,
      Region runs,
      Region status,
      OverlayLayer overlay,
      WindowState start) {
    this.start = start;
    getStyleClass().add("main-frame");
    palette.setMinWidth(LEAST_PALETTE);
    inspector.setMinWidth(LEAST_INSPECTOR);
    runs.setMinWidth(LEAST_RUNS);
    canvas.setMinSize(200, 160);
    data.setMinSize(LEAST_DATA, 80);
    bottom = split(Orientation.HORIZONTAL, runs, data, runs);
    middle = split(Orientation.VERTICAL, canvas, bottom, bottom);
    inner = split(Orientation.HORIZONTAL, middle, inspector, inspector);
    inner.getStyleClass().add("line-first");
    outer = split(Orientation.HORIZONTAL, palette, inner, palette);
    whole.getChildren().add(outer);
    BorderPane border = new BorderPane(whole);
    border.setTop(top);
    border.setBottom(status);
    getChildren().addAll(border, overlay);
  }

  /** Puts a document's areas into their slots. */
  public void show(Node canvasArea, Node inspectorArea, Node dataArea) {
    canvas.getChildren().setAll(canvasArea);
    inspector.getChildren().setAll(inspectorArea);
    data.getChildren().setAll(dataArea);
    whole.getChildren().setAll(outer);
  }

  /** Puts what needs the whole window between the two bars in the place of all areas. */
  public void show(Node all) {
    whole.getChildren().setAll(all);
  }

  /** How the borders stand, written into a state. */
  public WindowState remember(WindowState state) {
    WindowState changed = state;
    if (placed) {
      for (Map.Entry<String, SplitPane> each : dividers().entrySet()) {
        changed = changed.withDivider(each.getKey(), each.getValue().getDividerPositions()[0]);
      }
    }
    return changed;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (!placed && getWidth() > 0 && getHeight() > 0) {
      placed = true;
      place();
      super.layoutChildren();
    }
  }

  /** The borders as they were left, else in lengths that suit any size of window. */
  private void place() {
    double width = getWidth();
    double height = getHeight() - 68;
    double left = Math.clamp(width / 5, LEAST_PALETTE, PALETTE);
    double right = Math.clamp(width * 0.29, LEAST_INSPECTOR, INSPECTOR);
    double center = width - left - right;
    set(outer, "palette", left / width);
    set(inner, "inspector", center / (width - left));
    set(middle, "bottom", (height - BOTTOM) / height);
    set(bottom, "runs", Math.clamp(center * 0.32, LEAST_RUNS, RUNS) / center);
  }

  private void set(SplitPane pane, String name, double otherwise) {
    pane.setDividerPositions(start.divider(name).orElse(Math.clamp(otherwise, 0.1, 0.9)));
  }

  private Map<String, SplitPane> dividers() {
    Map<String, SplitPane> all = new LinkedHashMap<>();
    all.put("palette", outer);
    all.put("inspector", inner);
    all.put("bottom", middle);
    all.put("runs", bottom);
    return all;
  }

  /** Two areas, of which one keeps its size when the window grows. */
  private static SplitPane split(Orientation orientation, Region a, Region b, Region fixed) {
    SplitPane pane = new SplitPane(a, b);
    pane.setOrientation(orientation);
    SplitPane.setResizableWithParent(fixed, false);
    return pane;
  }
}
