package io.concertmaster.designer.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A layer over the whole window for what stands there shortly: the command palette, the quick-add
 * list, what is being dragged. A press beside it takes it away. It is a part of the scene rather
 * than a window of its own, so that it looks and works the same without a window manager.
 */
public final class OverlayLayer extends Pane {
  private static final double MARGIN = 8;

  private @Nullable Region content;
  private @Nullable Node focusBefore;

  /** A layer with nothing on it. */
  public OverlayLayer() {
    setPickOnBounds(false);
    getStyleClass().add("overlay-layer");
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        press -> {
          if (press.getTarget() == this) {
            close();
            press.consume();
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && content != null) {
            close(); // a dialog has said before whether it may go
            key.consume();
          }
        });
  }

  /** Puts something at a place, moved so that all of it can be seen; what was there goes. */
  public void show(Region shown, double x, double y) {
    close();
    focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    content = shown;
    setPickOnBounds(true);
    getChildren().add(shown);
    shown.applyCss();
    shown.autosize();
    shown.relocate(
        within(x, getWidth() - shown.getWidth()), within(y, getHeight() - shown.getHeight()));
  }

  /** Gives the keyboard to what is there, so that Escape takes it away. */
  public void focusShown() {
    if (content != null) {
      enter(content);
    }
  }

  /**
   * Puts a dialog in the middle: what is behind it can neither be pressed nor reached by keys until
   * it is taken away.
   *
   * @param mayClose whether Escape takes it away now
   */
  public void showModal(Region dialog, BooleanSupplier mayClose) {
    close();
    focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    StackPane scrim = new StackPane(dialog);
    scrim.getStyleClass().add("scrim");
    scrim.setPrefSize(getWidth(), getHeight());
    scrim.prefWidthProperty().bind(widthProperty());
    scrim.prefHeightProperty().bind(heightProperty());
    scrim.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    scrim.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && mayClose.getAsBoolean()) {
            close();
          }
          if (isPlainEnter(key)) {
            goOn(scrim);
          }
          if (key.getCode() != KeyCode.TAB) { // choices leave it to the scene to go on
            key.consume(); // keys of the window behind have no meaning here
          }
        });
    content = scrim;
    setPickOnBounds(true);
    getChildren().add(scrim);
    keepFocus(scrim);
  }

  /** The keyboard stays in a dialog while that is there. */
  private void keepFocus(Region scrim) {
    Scene scene = getScene();
    if (scene == null) {
      return;
    }
    ChangeListener<Node> kept =
        (property, before, now) -> {
          if (!isWithin(now, scrim)) {
            Platform.runLater(() -> enter(scrim));
          }
        };
    scene.focusOwnerProperty().addListener(kept);
    scrim
        .parentProperty()
        .addListener((property, was, parent) -> {
          if (parent == null) {
            scene.focusOwnerProperty().removeListener(kept);
          }
        });
    if (!isWithin(scene.getFocusOwner(), scrim)) {
      enter(scrim);
    }
  }

  private static boolean isPlainEnter(KeyEvent key) {
    return key.getCode() == KeyCode.ENTER
        && !key.isShortcutDown()
        && !key.isShiftDown()
        && !key.isAltDown();
  }

  /** Presses the button that goes on: the scene would, if keys came as far as that. */
  private static void goOn(Region scrim) {
    scrim.lookupAll(".button").stream()
        .filter(each -> each instanceof Button go && go.isDefaultButton())
        .filter(each -> !each.isDisabled() && isSeen(each, scrim))
        .findFirst()
        .ifPresent(each -> ((Button) each).fire());
  }

  private void enter(Region scrim) {
    if (scrim.equals(content)) {
      scrim.applyCss(); // what scrolls has its content then
      List<Node> reached =
          scrim.lookupAll("*").stream()
              .filter(
                  each -> each.isFocusTraversable() && !each.isDisabled() && isSeen(each, scrim))
              .toList();
      first(reached, each -> each instanceof TextInputControl || each instanceof ComboBoxBase<?>)
          .or(() -> first(reached, each -> each instanceof Button go && go.isDefaultButton()))
          .or(() -> reached.stream().findFirst())
          .ifPresent(Node::requestFocus);
    }
  }

  /** A dialog begins where it asks or goes on: its first control is the cross that closes it. */
  private static Optional<Node> first(List<Node> reached, Predicate<Node> wanted) {
    return reached.stream().filter(wanted).findFirst();
  }

  private static boolean isSeen(Node node, Region scrim) {
    for (Node each = node; each != null && !each.equals(scrim); each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(@Nullable Node node, Region scrim) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(scrim)) {
        return true;
      }
    }
    return false;
  }

  /** Takes away what is there and gives the keyboard back to where it was. */
  public void close() {
    if (content != null) {
      getChildren().remove(content);
      content = null;
      setPickOnBounds(false);
      if (focusBefore != null) {
        focusBefore.requestFocus();
      }
    }
  }

  /** Whether something is there. */
  public boolean isOpen() {
    return content != null;
  }

  /** Lets something float over the window that is moved by its owner and takes no mouse events. */
  public void attach(Node floating) {
    getChildren().add(floating);
  }

  /** Takes away what floats. */
  public void detach(Node floating) {
    getChildren().remove(floating);
  }

  private static double within(double wanted, double most) {
    return Math.rint(Math.max(MARGIN, Math.min(wanted, most - MARGIN)));
  }
}
