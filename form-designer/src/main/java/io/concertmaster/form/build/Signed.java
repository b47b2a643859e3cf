package io.concertmaster.form.build;

import io.concertmaster.form.view.Named;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A part of a form with signs of what cannot be seen: beside its name where that leaves room, else
 * in a line above it.
 */
final class Signed extends Region {
  private static final double GAP = 4;

  /** Between a name and signs beside it. */
  private static final double DISTANCE = 12;

  /** Signs are cut that are wider than this and have no more room, rather than put above. */
  private static final double LEAST = 160;

  private final Node content;
  private final HBox line = new HBox(GAP);

  Signed(Node content, List<String> signs) {
    this.content = content;
    line.setAlignment(Pos.TOP_RIGHT);
    line.setPickOnBounds(false);
    for (String sign : signs) {
      Label label = new Label(sign);
      label.setMinWidth(0);
      label.getStyleClass().add("sign");
      label.setTooltip(new Tooltip(sign));
      line.getChildren().add(label);
    }
    getChildren().addAll(content, line);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** How wide the signs may be beside the name; 0 where there is no room for them. */
  private double beside(double width) {
    if (!(content instanceof Named named)) {
      return 0;
    }
    double room = width - named.nameWidth() - DISTANCE;
    return room >= Math.min(LEAST, line.prefWidth(-1)) ? room : 0;
  }

  /** How high a line of signs above the part is, with its distance; 0 where they stand beside. */
  double above(double width) {
    return beside(width) > 0 ? 0 : line.prefHeight(-1) + GAP;
  }

  @Override
  protected double computeMinWidth(double height) {
    return content.minWidth(-1);
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double room = width < 0 ? prefWidth(-1) : width;
    return above(room) + content.prefHeight(room);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double above = above(width);
    content.resizeRelocate(0, above, width, getHeight() - above);
    double wide = Math.min(above > 0 ? width : beside(width), line.prefWidth(-1));
    line.resizeRelocate(width - wide, 0, wide, line.prefHeight(-1));
  }
}
