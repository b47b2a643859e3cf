package io.concertmaster.form.build;

import io.concertmaster.model.form.ElementPath;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Lets a card be chosen by a press and moved by a drag. */
final class CardHand {
  private static final double THRESHOLD = 4;

  private final ElementPath at;
  private final PartDrag<ElementPath> drag;
  private double x;
  private double y;
  private boolean pressed;
  private boolean dragging;

  CardHand(ElementCard card, Building building, PartDrag<ElementPath> drag, BuildSheet sheet) {
    this.at = card.element().at();
    this.drag = drag;
    card.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (press.getButton() == MouseButton.PRIMARY) {
            sheet.requestFocus();
            building.choose(at);
            x = press.getSceneX();
            y = press.getSceneY();
            pressed = Building.canMove(at);
            dragging = false;
            press.consume();
          }
        });
    card.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
    card.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
  }

  private void moved(MouseEvent mouse) {
    double far = Math.hypot(mouse.getSceneX() - x, mouse.getSceneY() - y);
    if (pressed && (dragging || far > THRESHOLD)) {
      dragging = true;
      drag.moved(at, mouse.getSceneX(), mouse.getSceneY());
      mouse.consume();
    }
  }

  private void released(MouseEvent mouse) {
    if (dragging) {
      drag.dropped(at, mouse.getSceneX(), mouse.getSceneY());
      mouse.consume();
    }
    pressed = false;
    dragging = false;
  }
}
