package io.concertmaster.form.build;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.edit.SetText;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Texts of a form in its languages, as translators write them. */
@ExtendWith(ApplicationExtension.class)
class TextsTableTest {
  private static final String TERMS = "**Pay**\n\n- soon\n- all";

  private final OwnDesk desk = new OwnDesk(form());
  private FormBuilder builder;

  private static Form form() {
    return Form.empty("terms", "Terms", "en")
        .withSchema(
            Json.parseObject(
                """
                {"type": "object", "properties": {"name": {"type": "string", "title": "Name"}}}
                """))
        .withUi(
            Json.parseObject(
                """
                {"type": "VerticalLayout", "elements": [{"type": "Label", "text": "x", "i18n": "terms"},
                {"type": "Control", "scope": "#/properties/name"}]}
                """))
        .withTexts(
            Json.parseObject(
                    """
                    {"en": {"name.label": "Name"}, "de": {"name.label": "Name"}}
                    """)
                .with("en", JsonObject.of("name.label", "Name", "terms.text", TERMS)));
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    builder = new FormBuilder(desk);
    builder.show(FormBuilder.View.TEXTS);
    stage.setScene(new Scene(builder, 980, 780));
    stage.show();
  }

  private static <T> T fx(Callable<T> code) {
    T value = WaitForAsyncUtils.waitForAsyncFx(60_000, code);
    WaitForAsyncUtils.waitForFxEvents();
    return value;
  }

  private TextInputControl cell(String language, String key) {
    return fx(() ->
        builder.lookupAll(".text-input").stream()
            .filter(each -> ("text-" + language + "-" + key).equals(each.getId()))
            .map(TextInputControl.class::cast)
            .findFirst()
            .orElseThrow());
  }

  private String text(String language, String key) {
    return fx(() ->
        desk.form().get().texts().get(language) instanceof JsonObject texts
            ? String.valueOf(texts.get(key))
            : "");
  }

  @Test
  void aTextOfSeveralLinesKeepsThemWhenItIsVisitedAndChanged(FxRobot robot) {
    robot.clickOn(cell("en", "terms.text"));
    robot.clickOn(cell("en", "name.label"));
    assertThat(text("en", "terms.text")).isEqualTo(TERMS);

    robot.clickOn(cell("en", "terms.text")).push(KeyCode.CONTROL, KeyCode.END).write("!");
    assertThat(text("en", "terms.text")).isEqualTo(TERMS + "!");
    robot.push(KeyCode.ENTER).write("more");
    assertThat(text("en", "terms.text")).isEqualTo(TERMS + "!\nmore");

    fx(() -> {
      desk.undo(); // typing is one step
      return true;
    });
    assertThat(text("en", "terms.text")).isEqualTo(TERMS);
    assertThat(fx(() -> cell("en", "terms.text").getText())).isEqualTo(TERMS);
  }

  @Test
  void tabGoesOnFromLinesAndTheAreaIsAsHighAsItsText(FxRobot robot) {
    TextArea terms = (TextArea) cell("en", "terms.text");
    assertThat(fx(terms::getPrefRowCount)).isEqualTo(4);
    assertThat(cell("en", "name.label")).isInstanceOf(TextField.class);

    robot.clickOn(terms).push(KeyCode.TAB);
    assertThat(fx(() -> builder.getScene().getFocusOwner())).isEqualTo(cell("de", "terms.text"));
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(fx(() -> builder.getScene().getFocusOwner())).isEqualTo(terms);
    assertThat(text("en", "terms.text")).isEqualTo(TERMS);

    fx(() -> {
      terms.setText("x\n".repeat(60));
      return true;
    });
    assertThat(fx(terms::getPrefRowCount)).isEqualTo(12);
  }

  @Test
  void aLabelThatGetsLinesFromElsewhereIsWrittenInLinesFromThenOn() {
    fx(() -> {
      desk.apply(SetText.ofKey("name.label", "de", "Ihr\nName"));
      return true;
    });
    assertThat(cell("de", "name.label")).isInstanceOf(TextArea.class);
    assertThat(cell("de", "name.label").getText()).isEqualTo("Ihr\nName");
  }
}
