package io.concertmaster.form.build;

import static io.concertmaster.form.build.BuilderWindow.fx;
import static io.concertmaster.form.build.BuilderWindow.part;
import static io.concertmaster.form.build.BuilderWindow.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.edit.AddElement;
import io.concertmaster.model.form.edit.Part;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A form that is longer than the window: what of it is in sight, and what is dropped there. */
@ExtendWith(ApplicationExtension.class)
class SheetScrollTest {
  private static final int FIELDS = 30;

  private final OwnDesk desk = longForm();
  private FormBuilder builder;

  @BeforeEach
  void open() {
    builder = shown(desk);
  }

  private static OwnDesk longForm() {
    OwnDesk desk = new OwnDesk(Form.empty("long", "Long", "en"));
    for (int i = 0; i < FIELDS; i++) {
      desk.apply(new AddElement(ElementPath.ROOT, i, Part.TEXT));
    }
    return desk;
  }

  private List<String> keys() {
    return fx(
        () -> FormLayout.of(desk.form().get()).fields().stream().map(each -> each.key()).toList());
  }

  private ScrollPane scroll() {
    return fx(() -> (ScrollPane) builder.lookup(".canvas-scroll"));
  }

  private Bounds screen(Node node) {
    return fx(() -> node.localToScreen(node.getLayoutBounds()));
  }

  private Point2D middle(Node node) {
    Bounds bounds = screen(node);
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private void choose(int number) {
    String key = keys().get(number);
    boolean chosen = fx(() -> builder.choose(key));
    assertThat(chosen).isTrue();
  }

  private boolean inSight() {
    Node card = fx(() -> builder.lookup(".element-card:chosen"));
    Bounds sheet = screen(scroll());
    Bounds one = screen(card);
    return one.getMinY() >= sheet.getMinY() && one.getMaxY() <= sheet.getMaxY();
  }

  private static void keys(FxRobot robot, int times, KeyCode... keys) {
    for (int i = 0; i < times; i++) {
      robot.push(keys);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void whatIsChosenByKeysOrMovedOrAddedComesIntoSight(FxRobot robot) {
    choose(0);
    fx(() -> {
      builder.keyArea().requestFocus();
      return true;
    });
    keys(robot, FIELDS - 1, KeyCode.DOWN);
    assertThat(inSight()).as("the last by Down").isTrue();
    keys(robot, FIELDS - 1, KeyCode.UP);
    assertThat(inSight()).as("the first by Up").isTrue();
    keys(robot, 15, KeyCode.ALT, KeyCode.DOWN);
    assertThat(inSight()).as("moved down").isTrue();
    choose(FIELDS - 1);
    assertThat(inSight()).as("chosen from elsewhere, as by the checks").isTrue();
    fx(() -> {
      builder.add(Part.DATE);
      return true;
    });
    assertThat(keys()).hasSize(FIELDS + 1);
    assertThat(inSight()).as("added").isTrue();
  }

  @Test
  void nothingIsDroppedWhereTheFormIsNotInSight(FxRobot robot) {
    choose(FIELDS - 1);
    ScrollPane scroll = scroll();
    fx(() -> {
      scroll.setVvalue(1);
      scroll.layout();
      return true;
    });
    List<String> before = keys();
    Point2D bar = middle(part(builder, "form-views", Node.class));
    Node text = part(builder, "part-TEXT", Node.class);
    Node last = fx(() -> builder.lookup(".element-card:chosen"));
    drag(robot, middle(text), bar);
    assertThat(keys()).as("a new field over the bar of views").isEqualTo(before);
    drag(robot, middle(last), bar);
    assertThat(keys()).as("a field over the bar of views").isEqualTo(before);
    drag(robot, middle(text), middle(last));
    assertThat(keys()).as("a new field on the form").hasSize(FIELDS + 1);
  }

  private static void drag(FxRobot robot, Point2D from, Point2D to) {
    hold(robot, from, to);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void hold(FxRobot robot, Point2D from, Point2D to) {
    robot.moveTo(from);
    robot.press(MouseButton.PRIMARY);
    for (int step = 1; step <= 4; step++) {
      robot.moveTo(from.interpolate(to, step / 4.0));
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void escapeEndsADragAndNothingHappens(FxRobot robot) {
    List<String> before = keys();
    Node text = part(builder, "part-TEXT", Node.class);
    Node sheet = fx(() -> builder.lookup(".element-card"));
    hold(robot, middle(text), middle(sheet));
    boolean ghost = fx(() -> builder.lookup(".part-ghost") != null);
    assertThat(ghost).isTrue();
    keys(robot, 1, KeyCode.ESCAPE);
    boolean gone = fx(() -> builder.lookup(".part-ghost") == null);
    assertThat(gone).isTrue();
    robot.moveBy(10, 10);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(keys()).isEqualTo(before);
  }

  @Test
  void theFormScrollsWhileSomethingIsHeldAtItsEdge(FxRobot robot) throws Exception {
    Node text = part(builder, "part-TEXT", Node.class);
    Bounds sight = screen(scroll());
    hold(robot, middle(text), new Point2D(sight.getCenterX(), sight.getMaxY() - 6));
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scroll().getVvalue() == 1);
    hold(
        robot,
        new Point2D(sight.getCenterX(), sight.getMaxY() - 6),
        new Point2D(sight.getCenterX(), sight.getMinY() + 6));
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scroll().getVvalue() == 0);
    keys(robot, 1, KeyCode.ESCAPE);
    robot.release(MouseButton.PRIMARY);
  }

  @Test
  void aClickBesideTheFormChoosesNothing(FxRobot robot) {
    choose(0);
    Bounds sight = screen(scroll());
    robot.clickOn(sight.getMinX() + 10, sight.getCenterY());
    WaitForAsyncUtils.waitForFxEvents();
    boolean chosen = fx(() -> builder.hasChosen().get());
    assertThat(chosen).isFalse();
    boolean focused = fx(() -> builder.keyArea().isFocused());
    assertThat(focused).as("keys go to the form").isTrue();
  }
}
