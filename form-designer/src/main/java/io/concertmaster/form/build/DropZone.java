package io.concertmaster.form.build;

import io.concertmaster.model.form.ElementPath;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/**
 * A container on the sheet.
 *
 * @param at its element
 * @param box where it stands in the window
 * @param cards what stands in it
 * @param across whether its elements stand side by side
 */
record DropZone(ElementPath at, Region box, List<ElementCard> cards, boolean across) {
  private static final double GAP = 8;

  boolean holds(double sceneX, double sceneY) {
    return box.localToScene(box.getLayoutBounds()).contains(sceneX, sceneY);
  }

  /** Before which element a point lies. */
  Building.Place place(double sceneX, double sceneY) {
    int position = 0;
    for (ElementCard card : cards) {
      Bounds bounds = scene(card);
      boolean behind = across ? sceneX > bounds.getCenterX() : sceneY > bounds.getCenterY();
      if (behind) {
        position++;
      }
    }
    return new Building.Place(at, position);
  }

  /** The line before an element, in the scene. */
  Bounds line(int position) {
    Bounds whole = box.localToScene(box.getLayoutBounds());
    if (cards.isEmpty()) {
      return new BoundingBox(whole.getMinX(), whole.getMinY(), whole.getWidth(), 2);
    }
    boolean last = position >= cards.size();
    Bounds card = scene(cards.get(last ? cards.size() - 1 : position));
    if (across) {
      double x = last ? card.getMaxX() + GAP / 2 : card.getMinX() - GAP;
      return new BoundingBox(x, whole.getMinY(), 2, whole.getHeight());
    }
    double y = last ? card.getMaxY() + 1 : card.getMinY() - GAP / 2;
    return new BoundingBox(whole.getMinX(), y, whole.getWidth(), 2);
  }

  private static Bounds scene(ElementCard card) {
    return card.localToScene(card.getLayoutBounds());
  }
}
