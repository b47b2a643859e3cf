package io.concertmaster.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.designer.document.FormDocument;
import io.concertmaster.forms.FormAudit;
import io.concertmaster.forms.FormFinding;
import io.concertmaster.model.form.FieldKind;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.model.form.Rule;
import io.concertmaster.model.form.Scope;
import io.concertmaster.model.io.FormFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A first form, from the palette to the saved file, with the mouse and the keys. */
@ExtendWith(ApplicationExtension.class)
class FirstFormTest {
  @TempDir static Path folder;
  private OpenWindow window;

  @Start
  void start(Stage unused) {
    window = new OpenWindow(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private FormDocument document() {
    return OpenWindow.fx(() -> (FormDocument) window.bench().documents().active().get());
  }

  private Form form() {
    return OpenWindow.fx(() -> document().form().get());
  }

  private static Point2D middle(FxRobot robot, String id) {
    Node node = named(robot, id);
    var bounds = OpenWindow.fx(() -> node.localToScreen(node.getBoundsInLocal()));
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static Node named(FxRobot robot, String id) {
    return robot.lookup((Node each) -> id.equals(each.getId()) && each.isVisible()).query();
  }

  private void drag(FxRobot robot, String part, Point2D to) {
    window.drag(robot, middle(robot, part), to);
  }

  private static void type(FxRobot robot, String id, String text) {
    robot.clickOn(named(robot, id));
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write(text, 0);
    OpenWindow.settle();
  }

  private static void addByKeys(FxRobot robot, String part) {
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.F);
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.write(part, 0).push(KeyCode.ENTER);
    OpenWindow.settle();
  }

  private static void segment(FxRobot robot, String title) {
    robot.clickOn(
        robot
            .lookup(".segment")
            .match((Node each) ->
                ((javafx.scene.control.ToggleButton) each).getText().startsWith(title))
            .<Node>query());
    OpenWindow.settle();
  }

  private static Point2D sheet(FxRobot robot, double down) {
    Node sheet = robot.lookup(".build-sheet").query();
    var bounds = OpenWindow.fx(() -> sheet.localToScreen(sheet.getBoundsInLocal()));
    return new Point2D(bounds.getCenterX(), bounds.getMinY() + bounds.getHeight() * down);
  }

  @Test
  void aFormOfTwoPagesIsBuiltUndoneRedoneSavedAndReadAgain(FxRobot robot) throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
    OpenWindow.settle();
    String empty = FormFiles.write(form());

    drag(robot, "part-TEXT", sheet(robot, 0.6));
    type(robot, "property-label", "Name");
    type(robot, "property-key", "name");
    robot.clickOn("#property-required");
    addByKeys(robot, "radio");
    type(robot, "property-label", "Delivery");
    type(robot, "property-key", "delivery");
    type(robot, "choice-words-0", "We collect it");
    type(robot, "choice-words-1", "Send it");
    addByKeys(robot, "repeatable");
    type(robot, "property-label", "Items");
    robot.clickOn("#page-add");
    OpenWindow.settle();
    drag(robot, "part-LONG_TEXT", sheet(robot, 0.7));
    type(robot, "property-label", "Address");

    segment(robot, "Rules");
    robot.clickOn("#rule-add");
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    OpenWindow.settle();
    robot.clickOn("#rule-field-0").push(KeyCode.DOWN).push(KeyCode.ENTER);
    OpenWindow.settle();
    robot.clickOn("#rule-value-0").push(KeyCode.DOWN).push(KeyCode.ENTER);
    OpenWindow.settle();

    robot.clickOn(sheet(robot, 0.97));
    segment(robot, "Form");
    type(robot, "language-tag", "de");
    robot.push(KeyCode.ENTER);
    OpenWindow.settle();
    segment(robot, "Texts");
    type(robot, "text-de-form.title", "Bestellung");
    type(robot, "text-de-delivery.label", "Lieferung");

    Form built = form();
    FormLayout layout = FormLayout.of(built);
    assertThat(layout.problems()).isEmpty();
    assertThat(layout.pages()).hasSize(2);
    assertThat(layout.fields())
        .extracting(Field::kind)
        .containsExactly(FieldKind.TEXT, FieldKind.RADIO, FieldKind.REPEATED, FieldKind.LONG_TEXT);
    assertThat(layout.fields().get(0).required()).isTrue();
    Rule rule = layout.fields().get(3).rule().orElseThrow();
    assertThat(rule.effect()).isEqualTo(Rule.Effect.SHOW);
    assertThat(PlainCondition.of(rule.condition()))
        .contains(new PlainCondition(Scope.ROOT.field("delivery"), Comparison.IS, "second"));
    assertThat(FormTexts.of(built, List.of("de")).label(layout.fields().get(1)))
        .isEqualTo("Lieferung");
    assertThat(FormAudit.of(built))
        .allMatch(each -> each.severity() == FormFinding.Severity.HINT)
        .anyMatch(each -> each.message().contains("German text missing for “Name”"));

    String bytes = FormFiles.write(built);
    segment(robot, "Build");
    robot.clickOn(sheet(robot, 0.97));
    while (document().canUndo().get()) {
      robot.push(KeyCode.SHORTCUT, KeyCode.Z);
      OpenWindow.settle();
    }
    assertThat(FormFiles.write(form())).isEqualTo(empty);
    while (document().canRedo().get()) {
      robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
      OpenWindow.settle();
    }
    assertThat(FormFiles.write(form())).isEqualTo(bytes);

    Path file = folder.resolve("first.form.json");
    window.files.answers.add(file);
    robot.push(KeyCode.SHORTCUT, KeyCode.S);
    OpenWindow.settle();
    assertThat(document().dirty().get()).isFalse();
    String saved =
        FormFiles.write(
            new Form(
                "first",
                "First",
                built.schema(),
                built.ui(),
                built.texts(),
                built.theme(),
                built.unknown()));
    assertThat(Files.readString(file)).isEqualTo(saved);
    window.run("file.close");
    window.files.answers.add(file);
    window.run("file.open");
    assertThat(FormFiles.write(form())).isEqualTo(saved);
  }

  @Test
  void elementsAreMovedDoubledAndDeletedByKeysAndByHand(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
    OpenWindow.settle();
    addByKeys(robot, "number");
    addByKeys(robot, "date");
    addByKeys(robot, "checkbox");
    assertThat(kinds()).containsExactly(FieldKind.NUMBER, FieldKind.DATE, FieldKind.CHECKBOX);

    robot.clickOn(card(robot, 2));
    robot.push(KeyCode.ALT, KeyCode.UP);
    OpenWindow.settle();
    assertThat(kinds()).containsExactly(FieldKind.NUMBER, FieldKind.CHECKBOX, FieldKind.DATE);
    robot.push(KeyCode.UP);
    robot.push(KeyCode.SHORTCUT, KeyCode.D);
    OpenWindow.settle();
    assertThat(kinds())
        .containsExactly(FieldKind.NUMBER, FieldKind.NUMBER, FieldKind.CHECKBOX, FieldKind.DATE);
    window.drag(robot, card(robot, 3), card(robot, 0).subtract(0, 24));
    assertThat(kinds())
        .containsExactly(FieldKind.DATE, FieldKind.NUMBER, FieldKind.NUMBER, FieldKind.CHECKBOX);
    robot.push(KeyCode.DELETE);
    OpenWindow.settle();
    assertThat(kinds()).containsExactly(FieldKind.NUMBER, FieldKind.NUMBER, FieldKind.CHECKBOX);
    assertThat(form().schema().toString()).doesNotContain("\"date\"");

    robot.clickOn("#page-add");
    OpenWindow.settle();
    robot.clickOn("#page-1");
    OpenWindow.settle();
    robot.push(KeyCode.UP);
    OpenWindow.settle();
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    OpenWindow.settle();
    FormLayout paged = FormLayout.of(form());
    assertThat(FormLayout.fields(paged.pages().get(1)))
        .extracting(Field::kind)
        .containsExactly(FieldKind.CHECKBOX);
  }

  private List<FieldKind> kinds() {
    return FormLayout.of(form()).fields().stream().map(Field::kind).toList();
  }

  private static Point2D card(FxRobot robot, int number) {
    List<Node> cards = List.copyOf(robot.lookup(".element-card").queryAll());
    Node card = cards.get(number);
    var bounds = OpenWindow.fx(() -> card.localToScreen(card.getBoundsInLocal()));
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  @Test
  void aFormAndAWorkflowStandInTabsBesideEachOther(FxRobot robot) throws Exception {
    window.run("file.newForm");
    assertThat(window.bench().commands().get("run.start").enabled().get()).isFalse();
    assertThat(window.bench().commands().get("view.fit").enabled().get()).isFalse();
    window.run("file.new");
    OpenWindow.settle();
    assertThat(window.workflow().nodes()).isEmpty();
    window.run("edit.addTrigger");
    assertThat(window.workflow().nodes()).hasSize(1);
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    OpenWindow.settle();
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void thePaletteOfCommandsAddsFields(FxRobot robot) {
    window.run("file.newForm");
    robot.push(KeyCode.SHORTCUT, KeyCode.K);
    OpenWindow.settle();
    robot.write("add rating", 0).push(KeyCode.ENTER);
    OpenWindow.settle();
    assertThat(kinds()).containsExactly(FieldKind.RATING);
  }

  @Test
  void aKeyThatIsTakenIsRefusedInWords(FxRobot robot) {
    window.run("file.newForm");
    addByKeys(robot, "email");
    addByKeys(robot, "date");
    type(robot, "property-key", "email");
    robot.push(KeyCode.ENTER);
    OpenWindow.settle();
    assertThat(
            robot.lookup(".property-row .refused").match(Node::isVisible).queryLabeled().getText())
        .contains("Another field");
    assertThat(FormLayout.of(form()).fields().get(1).scope().last()).isEqualTo("date");
  }
}
