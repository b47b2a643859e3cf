package io.concertmaster.form.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Parts side by side in equal widths, one below the other where these would be too narrow. Fields
 * side by side have their labels in a line and their controls in a line.
 */
public final class ColumnsPane extends Pane {
  private static final double GAP = 16;
  private static final double NARROWEST = 112;

  /** On less than this all stand one below the other. */
  private static final double PHONE = 400;

  private final double gap;

  /** Of some parts. */
  public ColumnsPane(List<? extends Node> parts) {
    this(parts, GAP);
  }

  /** Of some parts with a gap between them, in pixels. */
  public ColumnsPane(List<? extends Node> parts, double gap) {
    this.gap = gap;
    getStyleClass().add("columns");
    getChildren().addAll(parts);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean isNarrow(double width, int count) {
    return width < PHONE || (width - gap * (count - 1)) / count < NARROWEST;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    List<Node> parts = getManagedChildren();
    if (parts.isEmpty()) {
      return 0;
    }
    double room = width < 0 ? 480 : width;
    if (isNarrow(room, parts.size())) {
      return parts.stream().mapToDouble(each -> alone(each, room)).sum() + gap * (parts.size() - 1);
    }
    double each = each(room, parts.size());
    double line = line(parts, each);
    return Math.ceil(parts.stream().mapToDouble(part -> height(part, each, line)).max().orElse(0));
  }

  /** Where the controls of fields begin that stand side by side. */
  private static double line(List<Node> parts, double width) {
    return parts.stream()
        .mapToDouble(part -> part instanceof InColumn field ? field.heightAboveControl(width) : 0)
        .max()
        .orElse(0);
  }

  private static double alone(Node part, double width) {
    return part instanceof InColumn field ? field.ownHeight(width) : part.prefHeight(width);
  }

  private static double height(Node part, double width, double line) {
    return part instanceof InColumn field
        ? field.ownHeight(width) + lowered(field, width, line)
        : part.prefHeight(width);
  }

  private static double lowered(InColumn field, double width, double line) {
    double above = field.heightAboveControl(width);
    return above == 0 ? 0 : line - above;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  private double each(double width, int count) {
    return Math.floor((width - gap * (count - 1)) / count);
  }

  @Override
  protected void layoutChildren() {
    List<Node> parts = getManagedChildren();
    double width = getWidth();
    boolean narrow = isNarrow(width, parts.size());
    double each = narrow ? width : each(width, parts.size());
    double line = narrow ? 0 : line(parts, each);
    double x = 0;
    double y = 0;
    for (Node part : parts) {
      if (part instanceof InColumn field) {
        field.lowerControl(narrow ? 0 : lowered(field, each, line));
      }
      double height = narrow ? part.prefHeight(each) : getHeight();
      part.resizeRelocate(x, y, each, height);
      if (narrow) {
        y += height + gap;
      } else {
        x += each + gap;
      }
    }
  }
}
