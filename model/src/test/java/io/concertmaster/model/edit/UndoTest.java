package io.concertmaster.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was done can be taken back and done again, byte for byte. */
class UndoTest {
  private static final Workflow START =
      WorkflowBuilder.workflow("Start")
          .node("a", "trigger.manual", "A")
          .node("b", "flow.if", "B")
          .node("c", "flow.noOp", "C")
          .connect("a -> b", "b:true -> c", "b:false -> a")
          .at("c", 1, 2)
          .at("a", 3, 4)
          .build();

  static java.util.stream.LongStream seeds() {
    return java.util.stream.LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theInverseOfAnEditLeadsBack(long seed) {
    RandomEdits edits = new RandomEdits(seed);
    Workflow workflow = START;
    for (int i = 0; i < 60; i++) {
      Edit edit = edits.next(workflow);
      Workflow after = edit.apply(workflow);
      Workflow back = edit.inverse(workflow).apply(after);

      assertThat(back).isEqualTo(workflow);
      assertThat(WorkflowFiles.write(back)).isEqualTo(WorkflowFiles.write(workflow));
      assertThat(back.layout().keySet()).containsExactlyElementsOf(workflow.layout().keySet());
      workflow = after;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void undoAllAndRedoAllGiveTheSameBytes(long seed) {
    RandomEdits edits = new RandomEdits(seed);
    History history = new History(START);
    List<String> states = new ArrayList<>(List.of(WorkflowFiles.write(START)));
    for (int i = 0; i < 60; i++) {
      if (history.apply(edits.next(history.current()))) {
        states.add(WorkflowFiles.write(history.current()));
      }
    }
    for (int i = states.size() - 1; i >= 0; i--) {
      assertThat(WorkflowFiles.write(history.current())).isEqualTo(states.get(i));
      history.undo();
    }
    assertThat(history.canUndo()).isFalse();
    assertThat(history.dirty()).isFalse();
    for (String state : states) {
      assertThat(WorkflowFiles.write(history.current())).isEqualTo(state);
      history.redo();
    }
    assertThat(history.canRedo()).isFalse();
  }
}
