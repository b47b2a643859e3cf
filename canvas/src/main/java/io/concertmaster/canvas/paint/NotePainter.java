package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.NodeShape;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.theme.CanvasFonts;
import io.concertmaster.canvas.theme.CanvasTheme;
import io.concertmaster.canvas.theme.NoteColors;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;

/** A note: a coloured sheet with its text. */
final class NotePainter {
  private static final double ARC = 12;
  private static final double PADDING = 11;
  private static final double LINE = 15;

  private NotePainter() {}

  static void paint(Brush brush, GraphNode node, boolean selected) {
    GraphicsContext gc = brush.gc();
    CanvasTheme theme = brush.theme();
    NoteColors colors = theme.note(node.role());
    Rectangle2D r = NodeShape.bounds(node);
    if (selected) {
      gc.setStroke(theme.accent());
      gc.setLineWidth(brush.line(2, 2));
      gc.strokeRoundRect(
          r.getMinX() - 4, r.getMinY() - 4, r.getWidth() + 8, r.getHeight() + 8, ARC + 8, ARC + 8);
    }
    gc.setFill(colors.fill());
    gc.fillRoundRect(r.getMinX(), r.getMinY(), r.getWidth(), r.getHeight(), ARC, ARC);
    gc.setStroke(colors.border());
    gc.setLineWidth(brush.line(1, 1));
    gc.strokeRoundRect(
        r.getMinX() + 0.5, r.getMinY() + 0.5, r.getWidth() - 1, r.getHeight() - 1, ARC, ARC);
    if (brush.detail() != Detail.FAR) {
      text(brush, node, r, colors);
      corner(brush, r, colors);
    }
  }

  private static void text(Brush brush, GraphNode node, Rectangle2D r, NoteColors colors) {
    GraphicsContext gc = brush.gc();
    CanvasFonts fonts = brush.theme().fonts();
    gc.setFill(colors.text());
    double y = r.getMinY() + PADDING + 11;
    for (NoteText.Line line :
        NoteText.lines(node.text(), r.getWidth() - 2 * PADDING, fonts, brush.texts())) {
      if (y > r.getMaxY() - 5) {
        return;
      }
      gc.setFont(line.bold() ? fonts.noteBold() : fonts.note());
      gc.fillText(line.text(), r.getMinX() + PADDING + line.indent(), y);
      y += LINE;
    }
  }

  private static void corner(Brush brush, Rectangle2D r, NoteColors colors) {
    GraphicsContext gc = brush.gc();
    gc.setStroke(colors.border());
    gc.setLineWidth(brush.line(1.2, 1));
    gc.strokeLine(r.getMaxX() - 9, r.getMaxY() - 4, r.getMaxX() - 4, r.getMaxY() - 9);
    gc.strokeLine(r.getMaxX() - 5.5, r.getMaxY() - 4, r.getMaxX() - 4, r.getMaxY() - 5.5);
  }
}
