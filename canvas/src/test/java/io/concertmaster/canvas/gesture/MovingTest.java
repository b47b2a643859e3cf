package io.concertmaster.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent.MoveNodes;
import io.concertmaster.canvas.intent.Phase;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class MovingTest {
  private final TestBoard board = new TestBoard(GestureGraph.make());

  @Test
  void aDragMovesTheNodeOntoTheGridInThreePhases() {
    board.press(80, 30).drag(123, 47).release(123, 47);
    assertThat(board.intents)
        .containsExactly(
            new MoveNodes(Map.of("a", Point2D.ZERO), Phase.BEGIN),
            new MoveNodes(Map.of("a", new Point2D(40, 20)), Phase.DRAG),
            new MoveNodes(Map.of("a", new Point2D(40, 20)), Phase.END));
    assertThat(board.machine.idle()).isTrue();
    assertThat(board.lifted).isEmpty();
  }

  @Test
  void altLeavesTheGrid() {
    board.alt = true;
    board.press(80, 30).drag(123, 47).release(123, 47);
    assertThat(board.last()).isEqualTo(new MoveNodes(Map.of("a", new Point2D(43, 17)), Phase.END));
  }

  @Test
  void allChosenNodesGoAlong() {
    board.select(Selection.ofNodes(Set.of("a", "c")));
    board.press(80, 30).drag(180, 30);
    assertThat(board.lifted).containsExactlyInAnyOrder("a", "c");
    board.release(180, 30);
    assertThat(board.last())
        .isEqualTo(
            new MoveNodes(Map.of("a", new Point2D(100, 0), "c", new Point2D(700, 0)), Phase.END));
  }

  @Test
  void aDragOfANodeThatIsNotChosenMovesItAlone() {
    board.select(Selection.ofNode("c"));
    board.press(80, 30).drag(180, 30);
    assertThat(board.lifted).containsExactly("a");
    assertThat(board.selection).isEqualTo(Selection.ofNode("a"));
  }

  @Test
  void giveUpPutsEverythingBack() {
    board.press(80, 30).drag(180, 30);
    board.machine.cancel();
    assertThat(board.last()).isEqualTo(new MoveNodes(Map.of("a", Point2D.ZERO), Phase.CANCEL));
    assertThat(board.lifted).isEmpty();
    board.drag(300, 300).release(300, 300);
    assertThat(board.intents).hasSize(3);
  }

  @Test
  void aDragBackToTheStartIsNoMove() {
    board.press(80, 30).drag(180, 30).drag(80, 30).release(80, 30);
    assertThat(board.last()).isEqualTo(new MoveNodes(Map.of("a", Point2D.ZERO), Phase.CANCEL));
  }

  @Test
  void aTremblingClickMovesNothing() {
    board.press(80, 30).drag(82, 31).release(82, 31);
    assertThat(board.intents).isEmpty();
    assertThat(board.selection).isEqualTo(Selection.ofNode("a"));
  }

  @Test
  void aListenerThatFailsDoesNotLeaveTheGestureOpen() {
    TestBoard failing = new TestBoard(GestureGraph.make());
    failing.rules =
        (output, input) -> {
          throw new IllegalStateException("rule");
        };
    assertThatThrownBy(() -> failing.press(176, 29).drag(300, 29))
        .isInstanceOf(IllegalStateException.class);
    assertThat(failing.machine.idle()).isTrue();
  }
}
