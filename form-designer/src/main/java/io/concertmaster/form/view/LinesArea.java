package io.concertmaster.form.view;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Several lines of text in a form: Tab goes on to what comes next, as everywhere there. */
public final class LinesArea extends TextArea {
  private final Text measure = new Text();

  /** An area of a fixed height, which scrolls. */
  public LinesArea(int rows) {
    setWrapText(true);
    setPrefRowCount(rows);
    setMinWidth(0);
    setPrefColumnCount(1);
    addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
  }

  /**
   * An area that is as high as what stands in it, within bounds.
   *
   * @param least its rows while it is empty
   * @param most beyond so many it scrolls
   */
  public static LinesArea growing(int least, int most) {
    LinesArea area = new LinesArea(least);
    area.setMinHeight(Region.USE_PREF_SIZE);
    Runnable fit = () -> area.setPrefRowCount(Math.clamp(area.rows(), least, most));
    area.textProperty().subscribe(fit);
    area.promptTextProperty().subscribe(fit);
    area.widthProperty().subscribe(fit);
    area.fontProperty().subscribe(fit);
    area.skinProperty().subscribe(fit);
    return area;
  }

  /** The rows that the text takes when it is wrapped at this width; the prompt's while empty. */
  private int rows() {
    String words = getText().isEmpty() ? getPromptText() : getText();
    double room = contentWidth();
    measure.setFont(getFont());
    measure.setWrappingWidth(Math.max(room, 0));
    measure.setText("x");
    double row = measure.getLayoutBounds().getHeight();
    measure.setText(words == null || words.isEmpty() ? "x" : words);
    return (int) Math.round(measure.getLayoutBounds().getHeight() / row);
  }

  /** What the text may take of the width; 0, which is no bound, before that is known. */
  private double contentWidth() {
    if (!(lookup(".content") instanceof Region content) || getWidth() <= 0) {
      return 0;
    }
    double edges = snappedLeftInset() + snappedRightInset();
    return getWidth() - edges - content.snappedLeftInset() - content.snappedRightInset();
  }

  private void leaveByTab(KeyEvent key) {
    if (key.getCode() == KeyCode.TAB && !key.isControlDown() && !key.isAltDown()) {
      key.consume();
      requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }
}
