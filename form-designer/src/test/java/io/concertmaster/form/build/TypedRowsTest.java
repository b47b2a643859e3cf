package io.concertmaster.form.build;

import static io.concertmaster.form.build.BuilderWindow.complaints;
import static io.concertmaster.form.build.BuilderWindow.enter;
import static io.concertmaster.form.build.BuilderWindow.field;
import static io.concertmaster.form.build.BuilderWindow.focus;
import static io.concertmaster.form.build.BuilderWindow.fx;
import static io.concertmaster.form.build.BuilderWindow.order;
import static io.concertmaster.form.build.BuilderWindow.part;
import static io.concertmaster.form.build.BuilderWindow.shown;
import static io.concertmaster.form.build.BuilderWindow.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.edit.RemoveElement;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What is typed among the properties: when it is taken, and what is said where it cannot be. */
@ExtendWith(ApplicationExtension.class)
class TypedRowsTest {
  private static String text(FormBuilder builder, String id) {
    TextField line = part(builder, id, TextField.class);
    return fx(line::getText);
  }

  private static List<String> keys(OwnDesk desk) {
    return fx(() -> FormLayout.of(desk.form().get()).fields().stream().map(Field::key).toList());
  }

  @Test
  void aKeyIsTakenAtEnterAndWhenItIsLeftEachOneStep() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("company"));
    focus(builder, "property-key");
    write(builder, "property-key", "f");
    write(builder, "property-key", "firm");
    assertThat(keys(desk)).contains("company");

    enter(builder, "property-key");
    assertThat(keys(desk)).contains("firm").doesNotContain("company");
    assertThat(desk.history.labels()).hasSize(1);

    write(builder, "property-key", "house");
    focus(builder, "property-label");
    assertThat(keys(desk)).contains("house").doesNotContain("firm");
    assertThat(desk.history.labels()).hasSize(2);
    assertThat(complaints(builder)).isEmpty();
  }

  @Test
  void aKeyThatIsTakenIsRefusedInItsRowUntilItsCauseIsGone() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("company"));
    focus(builder, "property-key");
    write(builder, "property-key", "delivery");
    enter(builder, "property-key");
    assertThat(keys(desk)).contains("company");
    assertThat(complaints(builder)).hasSize(1).first().asString().contains("Another field");
    Node row = part(builder, "property-key", Node.class).getParent();
    assertThat(fx(() -> row.lookup(".refused").isVisible())).isTrue();
    assertThat(text(builder, "property-key")).isEqualTo("delivery");

    write(builder, "property-key", "deliver");
    assertThat(complaints(builder)).as("another key may be taken").isEmpty();
    write(builder, "property-key", "9");
    focus(builder, "property-label");
    assertThat(complaints(builder)).hasSize(1).first().asString().contains("cannot be a key");
    write(builder, "property-label", "Firm");
    assertThat(complaints(builder)).isEmpty();
    assertThat(text(builder, "property-key")).as("the key as it is").isEqualTo("company");
  }

  @Test
  void escapeBringsTheKeyBack() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("company"));
    focus(builder, "property-key");
    write(builder, "property-key", "house");
    Node line = part(builder, "property-key", Node.class);
    fx(() -> {
      line.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
      return true;
    });
    assertThat(text(builder, "property-key")).isEqualTo("company");
    focus(builder, "property-label");
    assertThat(desk.history.labels()).isEmpty();
  }

  @Test
  void aLimitThatIsNoNumberOrNoWholeOneIsRefusedInItsRow() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("company"));
    for (String wrong : List.of("12x", "2.5", "-1")) {
      write(builder, "property-maxLength", wrong);
      assertThat(complaints(builder)).as(wrong).hasSize(1).first().asString().contains("number");
      assertThat(field(desk, "company").limit("maxLength")).contains(80L);
    }
    write(builder, "property-maxLength", "12");
    assertThat(complaints(builder)).isEmpty();
    assertThat(field(desk, "company").limit("maxLength")).contains(12L);
  }

  @Test
  void aChoiceWithoutAValueAndOneThatIsThereTwiceAreRefusedAtTheirLine() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("delivery"));
    write(builder, "choice-value-0", "");
    assertThat(complaints(builder)).hasSize(1).first().asString().contains("needs a value");
    write(builder, "choice-value-0", "ship");
    assertThat(complaints(builder)).hasSize(1).first().asString().contains("is there twice");
    write(builder, "choice-value-0", "fetch");
    assertThat(complaints(builder)).isEmpty();
    assertThat(field(desk, "delivery").choices().getFirst().word()).isEqualTo("fetch");
  }

  @Test
  void whatCouldNotBeDoneIsForgottenWhenSomethingElseIsChosenOrChanged() throws Exception {
    OwnDesk desk = new OwnDesk(order());
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("terms"));
    fx(() -> {
      builder.moveChosenIn();
      return true;
    });
    assertThat(complaints(builder)).hasSize(1);
    fx(() -> builder.choose("delivery"));
    assertThat(complaints(builder)).isEmpty();
    fx(() -> {
      builder.moveChosenOut();
      return true;
    });
    assertThat(complaints(builder)).hasSize(1);
    fx(() -> {
      desk.apply(new RemoveElement(new ElementPath(List.of(1))));
      return true;
    });
    assertThat(complaints(builder)).isEmpty();
  }

  @Test
  void aLanguageThatIsNoneIsRefusedAtItsBoxUntilAnotherIsTyped() throws Exception {
    FormBuilder builder = shown(new OwnDesk(order()));
    write(builder, "language-tag", "not one");
    enter(builder, "language-tag");
    assertThat(complaints(builder)).hasSize(1);
    Node row = part(builder, "language-tag", Node.class).getParent().getParent();
    assertThat(fx(() -> row.lookup(".refused"))).isNotNull();
    write(builder, "language-tag", "d");
    assertThat(complaints(builder)).isEmpty();
  }

  @Test
  void theMostOfAFileIsSaidInMegabytesWithTheirFractions() {
    OwnDesk desk =
        new OwnDesk(
            Form.empty("files", "Files", "en")
                .withSchema(
                    Json.parseObject(
                        """
                        {"type": "object", "properties": {"f": {"type": "object", "format": "file",
                        "properties": {"size": {"type": "integer", "minimum": 1, "maximum": 500000}}}}}
                        """))
                .withUi(
                    Json.parseObject(
                        """
                        {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/f"}]}
                        """))
                .withTexts(JsonObject.empty()));
    FormBuilder builder = shown(desk);
    fx(() -> builder.choose("f"));
    assertThat(text(builder, "property-size")).isEqualTo("0.476837");

    write(builder, "property-size", "2.5");
    assertThat(size(desk))
        .isEqualTo(JsonObject.of("type", "integer", "minimum", 1L).with("maximum", 2621440L));
    write(builder, "property-size", "0.476837");
    assertThat(size(desk).get("maximum")).isEqualTo(500000L);
    for (String wrong : List.of("0", "-1", "much", "99999999999999999999")) {
      write(builder, "property-size", wrong);
      assertThat(complaints(builder)).as(wrong).hasSize(1);
      assertThat(size(desk).get("maximum")).isEqualTo(500000L);
    }
    write(builder, "property-size", "");
    assertThat(size(desk)).isEqualTo(JsonObject.of("type", "integer", "minimum", 1L));
  }

  private static JsonObject size(OwnDesk desk) {
    JsonObject properties = (JsonObject) field(desk, "f").schema().get("properties");
    return (JsonObject) properties.get("size");
  }

  @Test
  void aNewChoiceHasTheKeyboard() throws Exception {
    FormBuilder builder = shown(new OwnDesk(order()));
    fx(() -> builder.choose("delivery"));
    Button add = part(builder, "choice-add", Button.class);
    fx(() -> {
      add.requestFocus();
      add.fire();
      return true;
    });
    TextField words = part(builder, "choice-words-2", TextField.class);
    assertThat(fx(words::isFocused)).isTrue();
    assertThat(fx(words::getSelectedText)).isEqualTo(fx(words::getText)).isNotEmpty();
  }
}
