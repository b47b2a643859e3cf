package io.concertmaster.designer.code;

import static io.concertmaster.designer.picture.Screen.await;
import static io.concertmaster.designer.picture.Screen.on;
import static io.concertmaster.designer.picture.Screen.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.picture.Screen;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class CodeEditorTest {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final FxRobot robot = new FxRobot();
  private CodeEditor editor;

  private void program(String text) {
    Screen.show(
        () -> {
          editor = CodeEditor.program(Language.JAVASCRIPT, 4, 10);
          editor.show(text);
          return new VBox(editor);
        },
        400,
        300);
    run(() -> {
      editor.area().requestFocus();
      editor.area().moveTo(text.length());
    });
  }

  private String text() {
    return on(() -> editor.text());
  }

  private List<Label> numbers() {
    return on(() -> editor.lookupAll(".line-number").stream().map(Label.class::cast).toList());
  }

  @Test
  void tabMovesALineInAndShiftTabMovesItOut() {
    program("a;\nb;");
    run(() -> editor.area().selectAll());
    robot.push(KeyCode.TAB);
    assertThat(text()).isEqualTo("  a;\n  b;");
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(text()).isEqualTo("a;\nb;");
    run(() -> editor.area().moveTo(0));
    robot.push(KeyCode.TAB);
    assertThat(text()).isEqualTo("  a;\nb;");
  }

  @Test
  void aNewLineBeginsAsFarInAsTheLast() {
    program("if (a) {\n    b;");
    robot.push(KeyCode.ENTER);
    robot.write("c");
    assertThat(text()).isEqualTo("if (a) {\n    b;\n    c");
  }

  @Test
  void everyLineHasItsNumberAndTheOneThatFailedIsMarked() {
    program("a;\nb;\nc;");
    await("three numbers", () -> numbers().size() == 3);
    run(() -> editor.failedAt(2));
    assertThat(
            on(() ->
                numbers().stream()
                    .filter(label -> label.getPseudoClassStates().contains(FAILED))
                    .map(Label::getText)
                    .toList()))
        .containsExactly("2");
  }

  @Test
  void theEditorGrowsWithItsLinesUpToItsLimit() {
    program("a;");
    double small = on(() -> editor.getPrefHeight());
    run(() -> editor.show("a;\n".repeat(8)));
    double large = on(() -> editor.getPrefHeight());
    run(() -> editor.show("a;\n".repeat(80)));
    double largest = on(() -> editor.getPrefHeight());
    assertThat(large).isGreaterThan(small);
    assertThat(largest).isGreaterThan(large).isLessThan(large * 2);
    run(() -> editor.upTo(40));
    assertThat(on(() -> editor.getPrefHeight())).isGreaterThan(largest);
  }
}
