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
        // The font itself, scaled: looking a loaded font up by its name is slow and may find
        // another one.
        gc.save();
        gc.translate(x + size / 2, y + size / 2);
        gc.scale(size / font.getSize(), size / font.getSize());
        gc.setFill(Color.WHITE);
        gc.setFont(font);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, 0, 0);
        gc.restore();
      }
      case NodeIcon.Picture(var image) -> gc.drawImage(image, x, y, size, size);
    }
  }
}
