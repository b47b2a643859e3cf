package io.concertmaster.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.geometry.Viewport;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.intent.CanvasIntent;
import io.concertmaster.canvas.intent.CanvasIntent.ResizeNote;
import io.concertmaster.canvas.intent.Phase;
import io.concertmaster.canvas.intent.Target;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

class PointingTest {
  private final TestBoard board = new TestBoard(GestureGraph.make());

  @Test
  void aClickChoosesANodeAnEdgeOrNothing() {
    board.press(80, 30).release(80, 30);
    assertThat(board.selection).isEqualTo(Selection.ofNode("a"));
    board.press(240, 31).release(240, 31);
    assertThat(board.selection).isEqualTo(Selection.ofEdge("ab"));
    board.press(500, 500).release(500, 500);
    assertThat(board.selection).isEqualTo(Selection.EMPTY);
  }

  @Test
  void shiftAddsAndTakesAway() {
    board.press(80, 30).release(80, 30);
    board.shift = true;
    board.press(700, 30).release(700, 30);
    assertThat(board.selection.nodes()).containsExactly("a", "c");
    board.press(80, 30).release(80, 30);
    assertThat(board.selection.nodes()).containsExactly("c");
    board.press(500, 500).release(500, 500);
    assertThat(board.selection.nodes()).containsExactly("c");
  }

  @Test
  void aClickOnOneOfSeveralChosenLeavesItAlone() {
    board.select(Selection.ofNodes(Set.of("a", "c")));
    board.press(80, 30).release(80, 30);
    assertThat(board.selection).isEqualTo(Selection.ofNode("a"));
  }

  @Test
  void aRubberBandChoosesWhatItTouches() {
    board.press(250, -50).drag(700, 100);
    assertThat(board.selection.nodes()).containsExactly("b", "c");
    assertThat(board.selection.edges()).isEmpty();
    board.drag(400, 100).release(400, 100);
    assertThat(board.selection.nodes()).containsExactly("b");
  }

  @Test
  void aRubberBandThatTouchesNoNodeChoosesEdges() {
    board.press(230, -50).drag(260, 100).release(260, 100);
    assertThat(board.selection).isEqualTo(Selection.ofEdge("ab"));
  }

  @Test
  void aRubberBandWithShiftAddsAndIsGivenUpWhole() {
    board.select(Selection.ofNode("n"));
    board.shift = true;
    board.press(250, -50).drag(700, 100);
    assertThat(board.selection.nodes()).containsExactly("n", "b", "c");
    board.machine.cancel();
    assertThat(board.selection).isEqualTo(Selection.ofNode("n"));
  }

  @Test
  void aDoubleClickOpensEditsOrAdds() {
    board.press(80, 30, MouseButton.PRIMARY, 2).release(80, 30);
    board.press(100, 250, MouseButton.PRIMARY, 2).release(100, 250);
    board.press(500, 500, MouseButton.PRIMARY, 2).release(500, 500);
    assertThat(board.intents)
        .containsExactly(
            new CanvasIntent.OpenNode("a"),
            new CanvasIntent.EditNote("n"),
            new CanvasIntent.AddRequested(new Point2D(500, 500), Optional.empty()));
  }

  @Test
  void theMiddleButtonAndTheSpaceBarPan() {
    board.press(80, 30, MouseButton.MIDDLE, 1).drag(180, 80).release(180, 80);
    assertThat(board.viewport).isEqualTo(new Viewport(-100, -50, 1));
    board.space = true;
    board.press(80, 30).drag(180, 80).release(180, 80);
    assertThat(board.viewport).isEqualTo(new Viewport(-200, -100, 1));
    assertThat(board.intents).isEmpty();
  }

  @Test
  void theRightButtonPansOrAsksForAMenuAboutWhatLiesUnderIt() {
    board.press(80, 30, MouseButton.SECONDARY, 1).drag(90, 80).release(90, 80);
    assertThat(board.viewport).isEqualTo(new Viewport(-10, -50, 1));
    board.viewport = Viewport.HOME;
    board.press(80, 30, MouseButton.SECONDARY, 1).release(80, 30);
    assertThat(board.intents)
        .containsExactly(
            new CanvasIntent.ContextMenu(new Point2D(80, 30), 1080, 1030, new Target.OnNode("a")));
    assertThat(board.selection).isEqualTo(Selection.ofNode("a"));
  }

  @Test
  void theCornerOfANoteResizesItOntoTheGridAndNotBelowItsSmallestSize() {
    board.press(199, 299).drag(253, 322).release(253, 322);
    assertThat(board.intents)
        .containsExactly(
            new ResizeNote("n", new Rectangle2D(0, 200, 200, 100), Phase.BEGIN),
            new ResizeNote("n", new Rectangle2D(0, 200, 250, 120), Phase.DRAG),
            new ResizeNote("n", new Rectangle2D(0, 200, 250, 120), Phase.END));
    board.press(199, 299).drag(-500, -500).release(-500, -500);
    assertThat(board.last())
        .isEqualTo(new ResizeNote("n", new Rectangle2D(0, 200, 80, 40), Phase.END));
  }

  @Test
  void aSecondButtonGivesTheGestureUp() {
    board.press(80, 30).drag(180, 80).press(180, 80, MouseButton.SECONDARY, 1);
    assertThat(board.machine.idle()).isTrue();
    assertThat(board.last()).isInstanceOf(CanvasIntent.MoveNodes.class);
  }
}
