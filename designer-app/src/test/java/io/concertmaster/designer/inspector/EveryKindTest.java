package io.concertmaster.designer.inspector;

import static io.concertmaster.designer.picture.Screen.first;
import static io.concertmaster.designer.picture.Screen.on;
import static io.concertmaster.designer.picture.Screen.run;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.concertmaster.designer.code.CodeEditor;
import io.concertmaster.designer.picture.Orders;
import io.concertmaster.designer.picture.Screen;
import io.concertmaster.node.PropertyKind.Option;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EveryKindTest {
  private Orders orders;
  private InspectorPane pane;

  @BeforeEach
  void show() {
    orders = on(Orders::new);
    pane =
        Screen.show(
            () -> {
              orders.document.selectedNode().set(Optional.of("every"));
              return new InspectorPane(orders.document, orders.engine);
            },
            400,
            760);
  }

  @Test
  void textIsTypedAndUndone() {
    TextField field = field("text", TextField.class);
    edits(() -> field.setText("hello"), "{\"text\":\"hello\"}");
    assertThat(on(() -> field.getText())).isEmpty();
  }

  @Test
  void textInSeveralLinesKeepsItsLineEnds() {
    TextArea area = field("lines", TextArea.class);
    edits(() -> area.setText("one\ntwo"), "{\"lines\":\"one\\ntwo\"}");
    assertThat(on(() -> area.getText())).isEmpty();
  }

  @Test
  void severalValuesAreTickedInTheirOrder() {
    edits(() -> box("Sun").setSelected(true), "{\"several\":[0]}");
    run(() -> box("Sun").setSelected(true));
    run(() -> box("Mon").setSelected(true));
    assertThat(parameters()).isEqualTo(Json.parseObject("{\"several\":[1,0]}"));
    run(() -> box("Sun").setSelected(false));
    run(() -> box("Mon").setSelected(false));
    assertThat(parameters()).isEqualTo(JsonObject.empty());
  }

  private CheckBox box(String label) {
    return property("several").lookupAll(".check-box").stream()
        .map(CheckBox.class::cast)
        .filter(each -> each.getText().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void textsAreWrittenOneALine() {
    TextArea area = field("texts", TextArea.class);
    edits(() -> area.setText("one, or\n\n two "), "{\"texts\":[\"one, or\",\"two\"]}");
    assertThat(on(() -> area.getText())).isEmpty();
  }

  @Test
  void aSecretIsMasked() {
    edits(() -> field("secret", PasswordField.class).setText("s"), "{\"secret\":\"s\"}");
  }

  @Test
  void aNumberIsStoredAsANumberAndItsDefaultIsShown() {
    TextField field = field("number", TextField.class);
    assertThat(on(() -> field.getText())).isEqualTo("3");
    edits(() -> field.setText("7"), "{\"number\":7}");
    assertThat(on(() -> field.getText())).isEqualTo("3");
  }

  @Test
  void whatIsNoNumberStaysAndIsComplainedAbout() {
    edits(() -> field("number", TextField.class).setText("many"), "{\"number\":\"many\"}");
    run(() -> field("number", TextField.class).setText("99"));
    assertThat(on(() -> texts("number"))).contains("Must be a whole number from 1 to 10.");
  }

  @Test
  void aFlagIsSwitchedAndShowsWhatDependsOnIt() {
    assertThat(on(() -> property("shownByFlag").isVisible())).isFalse();
    run(() -> field("flag", ToggleSwitch.class).setSelected(true));
    assertThat(on(() -> property("shownByFlag").isVisible())).isTrue();
    assertThat(parameters()).isEqualTo(Json.parseObject("{\"flag\":true}"));
    run(orders.document::undo);
    assertThat(on(() -> property("shownByFlag").isVisible())).isFalse();
    assertThat(on(() -> field("flag", ToggleSwitch.class).isSelected())).isFalse();
  }

  @Test
  @SuppressWarnings("unchecked")
  void aChoiceIsStoredByItsValue() {
    ComboBox<Option> combo = field("choice", ComboBox.class);
    edits(() -> combo.setValue(combo.getItems().get(1)), "{\"choice\":\"b\"}");
    assertThat(on(() -> combo.getValue().value())).isEqualTo("a");
  }

  @Test
  void aPathIsTyped() {
    edits(() -> field("path", TextField.class).setText("in/a.csv"), "{\"path\":\"in/a.csv\"}");
  }

  @Test
  void namesOfFieldsBecomeAList() {
    edits(
        () -> field("fields", TextField.class).setText("a, b.c,"), "{\"fields\":[\"a\",\"b.c\"]}");
    edits(() -> field("field", TextField.class).setText("a.b"), "{\"field\":\"a.b\"}");
  }

  @Test
  void codeIsTypedInAnEditor() {
    CodeEditor editor = field("sql", CodeEditor.class);
    edits(() -> editor.area().replaceText("select 1"), "{\"sql\":\"select 1\"}");
    assertThat(on(editor::text)).isEmpty();
  }

  @Test
  void dataIsTakenOnceItIsJson() {
    CodeEditor editor = field("data", CodeEditor.class);
    run(() -> editor.area().replaceText("{\"a\": "));
    assertThat(parameters()).isEqualTo(JsonObject.empty());
    assertThat(on(() -> texts("data"))).contains("the text ends too early");
    run(() -> editor.area().appendText("1}"));
    assertThat(parameters()).isEqualTo(Json.parseObject("{\"data\":{\"a\":1}}"));
    run(orders.document::undo);
    assertThat(on(editor::text)).isEmpty();
  }

  @Test
  void aGroupIsAnObject() {
    edits(
        () -> {
          Node user = Screen.id(pane, "property-group.user");
          first(user, TextField.class).setText("me");
        },
        "{\"group\":{\"user\":\"me\"}}");
  }

  @Test
  void typingInOneFieldIsOneStepOfUndo() {
    TextField field = field("text", TextField.class);
    run(() -> {
      field.requestFocus();
      field.setText("a");
      field.setText("ab");
      field.setText("abc");
    });
    assertThat(on(orders.document::steps)).isEqualTo(1);
    run(orders.document::undo);
    assertThat(parameters()).isEqualTo(JsonObject.empty());
  }

  @Test
  void comingBackToAFieldIsAnotherStep() {
    TextField text = field("text", TextField.class);
    run(() -> {
      text.requestFocus();
      text.setText("a");
    });
    run(() -> field("path", TextField.class).requestFocus());
    run(() -> {
      text.requestFocus();
      text.setText("ab");
    });
    assertThat(on(orders.document::steps)).isEqualTo(2);
  }

  @Test
  void aChangeFromElsewhereLeavesTheCaret() {
    TextField text = field("text", TextField.class);
    run(() -> {
      text.requestFocus();
      text.setText("hello");
      text.positionCaret(2);
      field("path", TextField.class).setText("elsewhere");
    });
    assertThat(on(text::getCaretPosition)).isEqualTo(2);
    assertThat(on(() -> text.getText())).isEqualTo("hello");
  }

  /** Makes a change, looks at the parameters, and takes it back. */
  private void edits(Runnable change, String parameters) {
    run(change);
    assertThat(parameters()).isEqualTo(Json.parseObject(parameters));
    run(orders.document::undo);
    assertThat(parameters()).isEqualTo(JsonObject.empty());
  }

  private JsonObject parameters() {
    return on(() -> orders.document.workflow().get().node("every").orElseThrow().parameters());
  }

  private Node property(String name) {
    return Screen.id(pane, "property-" + name);
  }

  private <T extends Node> T field(String name, Class<T> type) {
    return on(() -> first(property(name), type));
  }

  private String texts(String name) {
    StringBuilder all = new StringBuilder();
    Screen.find(
        property(name),
        node -> {
          if (node instanceof Label label) {
            all.append(label.getText()).append('\n');
          } else if (node instanceof TextInputControl input) {
            all.append(input.getText()).append('\n');
          }
          return false;
        });
    return all.toString();
  }
}
