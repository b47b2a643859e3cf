package io.concertmaster.canvas.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.graph.PortRef;
import io.concertmaster.canvas.graph.PortRef.Side;
import io.concertmaster.canvas.intent.CanvasIntent;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class ConnectingTest {
  private static final PortRef A_OUT = new PortRef("a", Side.OUTPUT, "main");
  private static final PortRef B_IN = new PortRef("b", Side.INPUT, "main");
  private static final PortRef C_IN = new PortRef("c", Side.INPUT, "main");

  private final TestBoard board = new TestBoard(GestureGraph.make());

  @Test
  void aDragFromAnOutputToAnInputConnects() {
    board.press(178, 29).drag(590, 31).release(590, 31);
    assertThat(board.intents).containsExactly(new CanvasIntent.Connect(A_OUT, C_IN));
  }

  @Test
  void aDragFromAnInputToAnOutputConnectsTheSameWayRound() {
    board.press(598, 29).drag(186, 29).release(186, 29);
    assertThat(board.intents).containsExactly(new CanvasIntent.Connect(A_OUT, C_IN));
  }

  @Test
  void aDropOnACardTakesItsOnlyInput() {
    board.press(178, 29).drag(690, 40).release(690, 40);
    assertThat(board.intents).containsExactly(new CanvasIntent.Connect(A_OUT, C_IN));
  }

  @Test
  void aForbiddenPortSaysWhyAndDoesNotConnect() {
    board.rules =
        (output, input) -> input.equals(C_IN) ? Optional.of("Not here") : Optional.empty();
    board.press(178, 29).drag(600, 29);
    assertThat(board.refusal).isEqualTo("Not here");
    assertThat(board.candidates).containsEntry(C_IN, false).containsEntry(B_IN, true);
    board.release(600, 29);
    assertThat(board.intents).isEmpty();
  }

  @Test
  void aDropInTheVoidAsksForANode() {
    board.press(178, 29).drag(400, 300).release(400, 300);
    assertThat(board.intents)
        .containsExactly(new CanvasIntent.AddRequested(new Point2D(400, 300), Optional.of(A_OUT)));
  }

  @Test
  void aClickOnAPortDoesNothing() {
    board.press(178, 29).release(178, 29);
    assertThat(board.intents).isEmpty();
  }

  @Test
  void giveUpConnectsNothing() {
    board.press(178, 29).drag(600, 29);
    board.machine.cancel();
    board.release(600, 29);
    assertThat(board.intents).isEmpty();
    assertThat(board.candidates).isEmpty();
  }

  @Test
  void theEndOfAnEdgeCanBeTakenToAnotherPort() {
    board.press(270, 29).drag(600, 29).release(600, 29);
    assertThat(board.intents).containsExactly(new CanvasIntent.Reconnect("ab", A_OUT, C_IN));
  }

  @Test
  void anEdgePutBackStaysAsItWas() {
    board.press(270, 29).drag(300, 35).release(300, 29);
    board.press(270, 29).drag(400, 300).release(400, 300);
    assertThat(board.intents).isEmpty();
  }

  @Test
  void eachPortIsAskedAboutOnce() {
    int[] asked = {0};
    board.rules =
        (output, input) -> {
          asked[0]++;
          return Optional.empty();
        };
    board.press(178, 29).drag(400, 100).drag(500, 60).drag(600, 29).release(600, 29);
    assertThat(asked[0]).isEqualTo(2);
  }
}
