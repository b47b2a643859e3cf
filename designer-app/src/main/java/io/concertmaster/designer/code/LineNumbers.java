package io.concertmaster.designer.code;

import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;

/** The numbers beside the lines of a program; that of the line that failed is red. */
final class LineNumbers {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final double DIGIT = 7.5;
  private static final double SPACE = 16;

  private LineNumbers() {}

  /** What stands before each line. */
  static IntFunction<Node> of(CodeArea area, ObservableIntegerValue failed) {
    return index -> new LineNumber(area, index + 1, failed);
  }

  private static final class LineNumber extends Label {
    /** Held here, since a binding that nobody holds stops. */
    private final BooleanBinding wrong;

    private LineNumber(CodeArea area, int line, ObservableIntegerValue failed) {
      super(Integer.toString(line));
      getStyleClass().add("line-number");
      setAlignment(Pos.TOP_RIGHT);
      setMaxHeight(Double.MAX_VALUE);
      prefWidthProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () ->
                      SPACE
                          + DIGIT
                              * Math.max(2, Integer.toString(area.getParagraphs().size()).length()),
                  area.getParagraphs().sizeProperty()));
      wrong = Bindings.equal(line, failed);
      wrong.addListener((property, was, is) -> pseudoClassStateChanged(FAILED, is));
      pseudoClassStateChanged(FAILED, wrong.get());
    }
  }
}
