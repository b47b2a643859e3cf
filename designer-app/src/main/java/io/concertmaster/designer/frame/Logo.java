package io.concertmaster.designer.frame;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** The program's sign: a baton's mark, a diamond with a core. */
final class Logo extends StackPane {
  Logo() {
    getStyleClass().add("logo");
    SVGPath frame = new SVGPath();
    frame.setContent("M8 0 L16 8 L8 16 L0 8 Z M8 2.4 L2.4 8 L8 13.6 L13.6 8 Z");
    frame.setFillRule(FillRule.EVEN_ODD);
    SVGPath core = new SVGPath();
    core.setContent("M8 4.8 L11.2 8 L8 11.2 L4.8 8 Z");
    frame.getStyleClass().add("logo-frame");
    core.getStyleClass().add("logo-core");
    getChildren().addAll(frame, core);
    setMinSize(16, 16);
    setMaxSize(16, 16);
  }
}
