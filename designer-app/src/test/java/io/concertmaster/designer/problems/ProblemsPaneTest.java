package io.concertmaster.designer.problems;

import static io.concertmaster.designer.picture.Screen.on;
import static io.concertmaster.designer.picture.Screen.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.controls.EmptyState;
import io.concertmaster.designer.picture.Orders;
import io.concertmaster.designer.picture.Samples;
import io.concertmaster.designer.picture.Screen;
import io.concertmaster.model.check.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ProblemsPaneTest {
  private final Orders orders = on(Orders::new);
  private final ProblemsPane pane = Screen.show(() -> new ProblemsPane(orders.document), 600, 200);

  @Test
  void problemsOfANodeStandTogetherUnderItsName() {
    run(() ->
        orders.document.show(
            List.of(
                Samples.error("check", "conditions", "one"),
                Samples.error("every", "path", "two"),
                Samples.warning("check", "", "three"))));
    assertThat(on(pane::rows))
        .extracting(row -> row.owner() + " " + row.problem().message() + " " + row.first())
        .containsExactly(
            "Over 10,000? one true", "Over 10,000? three false", "Every kind two true");
  }

  @Test
  void openingAProblemSelectsItsNodeAndTellsTheSetting() {
    List<Problem> opened = new ArrayList<>();
    run(() -> {
      pane.onOpen(opened::add);
      orders.document.show(List.of(Samples.error("every", "path", "two")));
      ListView<?> list = Screen.first(pane, ListView.class);
      list.getSelectionModel().select(0);
      list.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    });
    assertThat(on(() -> orders.document.selectedNode().get())).contains("every");
    assertThat(opened).extracting(Problem::property).containsExactly("path");
  }

  @Test
  void withoutProblemsItSaysSo() {
    assertThat(on(() -> Screen.first(pane, EmptyState.class).isVisible())).isTrue();
  }
}
