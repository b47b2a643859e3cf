package io.concertmaster.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Workflow START =
      WorkflowBuilder.workflow("Start").node("a", "x.y").node("b", "x.y").at("a", 0, 0).build();

  private final History history = new History(START);

  private static Edit moveTo(double x) {
    return new MoveNodes(Map.of("a", Placement.at(x, 0)));
  }

  private static Edit name(String name) {
    return new SetWorkflowName(name);
  }

  @Test
  void anEditThatChangesNothingLeavesNoStep() {
    assertThat(history.apply(moveTo(0))).isFalse();
    assertThat(history.canUndo()).isFalse();
    assertThat(history.current()).isSameAs(START);
  }

  @Test
  void stepsHaveLabelsForPeople() {
    history.apply(new MoveNodes(Map.of("a", Placement.at(1, 1), "b", Placement.at(2, 2))));
    assertThat(history.undoLabel()).contains("Move 2 nodes");
    history.undo();
    assertThat(history.undoLabel()).isEmpty();
    assertThat(history.redoLabel()).contains("Move 2 nodes");
  }

  @Test
  void aDragIsOneStepOnceItIsSquashed() {
    var mark = history.mark("Drag");
    for (int x = 1; x <= 50; x++) {
      history.apply(moveTo(x));
    }
    history.squashToMark(mark);

    assertThat(history.labels()).containsExactly("Drag");
    assertThat(history.current().layout()).containsEntry("a", Placement.at(50, 0));
    history.undo();
    assertThat(history.current()).isEqualTo(START);
  }

  @Test
  void aCancelledDragLeavesNothingNotEvenInRedo() {
    history.apply(name("One"));
    history.undo();
    var mark = history.mark("Drag");
    history.apply(moveTo(7));
    history.apply(moveTo(8));
    history.bailToMark(mark);

    assertThat(history.current()).isEqualTo(START);
    assertThat(history.canUndo()).isFalse();
    assertThat(history.redoLabel()).contains("Rename workflow");
  }

  @Test
  void aDragThatEndsWhereItBeganIsNoStep() {
    var mark = history.mark("Drag");
    history.apply(moveTo(7));
    history.apply(moveTo(0));
    history.squashToMark(mark);

    assertThat(history.canUndo()).isFalse();
  }

  @Test
  void aMarkBehindWhichTheHistoryWentBackIsRefused() {
    history.apply(name("One"));
    var mark = history.mark("Drag");
    history.undo();

    assertThatThrownBy(() -> history.squashToMark(mark))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("behind the mark Drag");
  }

  @Test
  void typingInOneFieldIsOneStep() {
    history.apply(name("S"), "name");
    history.apply(name("Sa"), "name");
    history.apply(name("Sal"), "name");
    history.apply(moveTo(1), "x");
    history.apply(name("Sale"), "name");

    assertThat(history.labels()).containsExactly("Rename workflow", "Move node", "Rename workflow");
    history.undo();
    history.undo();
    assertThat(history.current().name()).isEqualTo("Sal");
    history.undo();
    assertThat(history.current()).isEqualTo(START);
  }

  @Test
  void typingEndsWhereItIsTold() {
    history.apply(name("S"), "name");
    history.endTyping();
    history.apply(name("Sa"), "name");

    assertThat(history.labels()).hasSize(2);
  }

  @Test
  void typingBackToTheStartIsNoStep() {
    history.apply(name("Startx"), "name");
    history.apply(name("Start"), "name");

    assertThat(history.canUndo()).isFalse();
  }

  @Test
  void undoSurvivesSavingAndDirtyFollows() {
    history.apply(name("One"));
    assertThat(history.dirty()).isTrue();
    history.markSaved();
    assertThat(history.dirty()).isFalse();
    history.undo();
    assertThat(history.dirty()).isTrue();
    history.redo();
    assertThat(history.dirty()).isFalse();
  }

  @Test
  void typingOnAfterSavingIsAStepOfItsOwn() {
    history.apply(name("S"), "name");
    history.markSaved();
    history.apply(name("Sa"), "name");
    history.undo();

    assertThat(history.current().name()).isEqualTo("S");
    assertThat(history.dirty()).isFalse();
  }

  @Test
  void anEditThatDoesNotFitLeavesTheHistoryAsItWas() {
    history.apply(name("One"));
    assertThatThrownBy(() -> history.apply(new RenameNode("none", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no node “none”");
    assertThat(history.labels()).hasSize(1);
  }

  @Test
  void theOldestOfVeryManyStepsAreForgottenButNotInADrag() {
    for (int i = 0; i < 1_500; i++) {
      history.apply(name("n" + i));
    }
    assertThat(history.labels()).hasSize(1_000);
    var mark = history.mark("Drag");
    for (int i = 1; i < 900; i++) {
      history.apply(moveTo(i));
    }
    history.squashToMark(mark);
    assertThat(history.labels()).hasSize(1_000);
    history.undo();
    assertThat(history.current().name()).isEqualTo("n1499");
    for (int i = 0; i < 999; i++) {
      history.undo();
    }
    assertThat(history.canUndo()).isFalse();
    assertThat(history.current().name()).isEqualTo("n500");
  }
}
