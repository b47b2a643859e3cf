package io.concertmaster.designer.code;

import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/**
 * The keys that keep a program in shape: Tab and Shift-Tab move lines in and out, Enter begins the
 * new line as far in as the last. After Escape, Tab leaves the area as in any field.
 */
final class Indentation {
  private static final String STEP = "  ";

  private final CodeArea area;
  private boolean leaving;

  Indentation(CodeArea area) {
    this.area = area;
  }

  void listen() {
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    area.focusedProperty().addListener((property, was, is) -> leaving = false);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      leaving = true;
    } else if (event.getCode() == KeyCode.TAB && leaving) {
      event.consume();
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    } else if (event.getCode() == KeyCode.TAB) {
      event.consume();
      tab(event.isShiftDown());
    } else if (event.getCode() == KeyCode.ENTER && !event.isShiftDown()) {
      event.consume();
      area.replaceSelection("\n" + lead(area.getParagraph(firstLine()).getText()));
      area.requestFollowCaret();
    }
  }

  private void tab(boolean out) {
    if (!out && area.getSelection().getLength() == 0) {
      area.replaceSelection(STEP);
      return;
    }
    int first = firstLine();
    int last = lastLine();
    int anchor = area.getAnchor();
    int caret = area.getCaretPosition();
    int start = area.getAbsolutePosition(first, 0);
    int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
    String was = area.getText(start, end);
    String is = out ? was.replaceAll("(?m)^(?: {1,2}|\t)", "") : was.replaceAll("(?m)^", STEP);
    if (was.equals(is)) {
      return;
    }
    area.replaceText(start, end, is);
    if (first == last) {
      int moved = is.length() - was.length();
      area.selectRange(Math.max(start, anchor + moved), Math.max(start, caret + moved));
    } else {
      area.selectRange(start, start + is.length());
    }
  }

  private int firstLine() {
    return area.offsetToPosition(area.getSelection().getStart(), Bias.Forward).getMajor();
  }

  /** The last line of the selection; one in which it only begins does not count. */
  private int lastLine() {
    int end = area.getSelection().getEnd();
    var place = area.offsetToPosition(end, Bias.Backward);
    boolean begins = place.getMinor() == 0 && place.getMajor() > firstLine();
    return begins ? place.getMajor() - 1 : place.getMajor();
  }

  private static String lead(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
