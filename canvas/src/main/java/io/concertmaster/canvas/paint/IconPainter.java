package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.graph.NodeIcon;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The picture on a tile. */
final class IconPainter {
  private IconPainter() {}

  /** Draws an icon into a square. */
  static void paint(GraphicsContext gc, NodeIcon icon, double x, double y, double size) {
    switch (icon) {
      case NodeIcon.Path(String data, double viewBox) -> {
        if (!data.isEmpty()) {
          gc.save();
          gc.translate(x, y);
          gc.scale(size / viewBox, size / viewBox);
          gc.setFill(Color.WHITE);
          gc.beginPath();
          gc.appendSVGPath(data);
          gc.fill();
          gc.restore();
        }
      }
      case NodeIcon.Glyph(String text, Font font) -> {
        gc.setFill(Color.WHITE);
        gc.setFont(new Font(font.getName(), size));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, x + size / 2, y + size / 2);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BASELINE);
      }
      case NodeIcon.Picture(var image) -> gc.drawImage(image, x, y, size, size);
    }
  }
}
