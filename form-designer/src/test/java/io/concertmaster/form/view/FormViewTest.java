package io.concertmaster.form.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import io.concertmaster.forms.CheckedAnswer;
import io.concertmaster.forms.FormCheck;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class FormViewTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "examples");

  static Stream<JsonObject> tenAnswers() throws Exception {
    List<JsonObject> expected = objects("order.answers.expected.json");
    List<JsonObject> answers = objects("order.answers.json");
    assertThat(answers).hasSameSizeAs(expected);
    return IntStream.range(0, answers.size())
        .mapToObj(i -> expected.get(i).with("answer", answers.get(i)));
  }

  private static List<JsonObject> objects(String file) throws IOException {
    String text = Files.readString(EXAMPLES.resolve(file));
    return ((JsonArray) Json.parse(text)).stream().map(JsonObject.class::cast).toList();
  }

  private static FormView order(String language) throws Exception {
    return shown(FormFiles.read(EXAMPLES.resolve("order.form.json")), language);
  }

  private static FormView shown(Form form, String language) throws Exception {
    FormView view = new FormView(FormCheck.of(form), List.of(language), Optional::empty);
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
    stage.setScene(new Scene(view, 700, 900));
    stage.show();
    view.applyCss();
    view.layout();
    return view;
  }

  private static void fillIn(FormView view, JsonObject answer) {
    for (int page = 0; page < view.pages(); page++) {
      view.show(page);
      view.applyCss();
      view.layout();
      Hand.clear(view);
      Hand.fill(view, "", answer);
    }
  }

  @ParameterizedTest
  @MethodSource("tenAnswers")
  void theTenAnswersFilledInByHandAreJudgedAsTheySay(JsonObject sample) throws Exception {
    CheckedAnswer checked =
        Hand.on(() -> {
          FormView view = order("en");
          fillIn(view, (JsonObject) sample.get("answer"));
          return view.submit();
        });

    assertThat(
            checked.problems().stream()
                .map(each -> JsonObject.of("at", each.pointer(), "keyword", each.keyword()))
                .toList())
        .as(sample.get("why") + ": " + checked.problems())
        .isEqualTo(sample.get("problems"));
  }

  @Test
  void anAnswerThatIsShownComesBackAsItWas() throws Exception {
    JsonObject answer = (JsonObject) tenAnswers().toList().get(1).get("answer");

    assertThat(
            Hand.on(() -> {
              FormView view = order("de");
              view.fill(answer);
              return view.answer();
            }))
        .isEqualTo(answer);
  }

  @Test
  void labelsAndControlsSideBySideStandInALineWhateverIsBetweenThem() throws Exception {
    List<Double> tops =
        Hand.on(() -> {
          FormView view = order("en"); // the mail address has a description, the name has none
          FieldNode name = Hand.field(view, "contact.name");
          FieldNode mail = Hand.field(view, "contact.email");
          return Stream.of(
                  name.lookup(".field-label"),
                  mail.lookup(".field-label"),
                  name.input().control(),
                  mail.input().control())
              .map(each -> each.localToScene(each.getLayoutBounds()).getMinY())
              .toList();
        });

    assertThat(tops.get(0)).isEqualTo(tops.get(1));
    assertThat(tops.get(2)).isEqualTo(tops.get(3)).isGreaterThan(tops.get(0) + 20);
  }

  @Test
  void rulesActWhileSomebodyTypes() throws Exception {
    List<Boolean> seen =
        Hand.on(() -> {
          FormView view = order("en");
          view.show(1);
          FieldNode address = Hand.field(view, "address");
          boolean before = address.isVisible();
          Hand.fill(view, "", JsonObject.of("delivery", "ship"));
          boolean after = address.isVisible();
          Hand.fill(view, "", JsonObject.of("delivery", "collect"));
          return List.of(before, after, address.isVisible());
        });

    assertThat(seen).containsExactly(false, true, false);
  }

  @Test
  void aFieldIsMarkedAsRequiredWhileARuleAsksForIt() throws Exception {
    List<Object> seen =
        Hand.on(() -> {
          FormView view = order("en");
          view.show(1);
          FieldNode vat = Hand.field(view, "vat");
          List<Object> states = new java.util.ArrayList<>();
          for (String payment : List.of("card", "invoice", "card")) {
            Hand.fill(view, "", JsonObject.of("payment", payment));
            states.add(vat.lookup(".field-mark").isVisible());
            states.add(vat.input().control().getAccessibleText().endsWith(", required"));
          }
          return states;
        });

    assertThat(seen).containsExactly(false, false, true, true, false, false);
  }

  @Test
  void pagesThatARuleHidesAreNotCounted() throws Exception {
    Form form =
        Form.empty("pages", "Pages", "en")
            .withSchema(
                Json.parseObject(
                    """
                    {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"},
                    "c": {"type": "string"}}}
                    """))
            .withUi(
                Json.parseObject(
                    """
                    {"type": "Categorization", "elements": [
                    {"type": "Category", "label": "A", "elements": [{"type": "Control", "scope": "#/properties/a"}]},
                    {"type": "Category", "label": "B", "elements": [{"type": "Control", "scope": "#/properties/b"}],
                    "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": {"const": "more"},
                    "failWhenUndefined": true}}},
                    {"type": "Category", "label": "C", "elements": [{"type": "Control", "scope": "#/properties/c"}]}]}
                    """));
    List<Object> seen =
        Hand.on(() -> {
          FormView view = shown(form, "en");
          Label progress = (Label) view.lookup(".form-progress");
          List<Object> states = new java.util.ArrayList<>(List.of(progress.getText()));
          ((Button) view.lookup(".form-next")).fire();
          states.add(progress.getText());
          view.show(0);
          Hand.fill(view, "", JsonObject.of("a", "more"));
          states.add(progress.getText());
          states.add(view.lookupAll(".step").stream().filter(each -> each.isVisible()).count());
          return states;
        });

    assertThat(seen).containsExactly("Page 1 of 2", "Page 2 of 2", "Page 1 of 3", 3L);
  }

  @Test
  void aPasswordIsNotRead() throws Exception {
    JsonObject ui =
        Json.parseObject(
            """
            {"type": "Control", "scope": "#/properties/text", "options": {"format": "password"}}
            """);
    List<Object> seen =
        Hand.on(() -> {
          FormView view = shown(everyKind().withUi(ui), "en");
          Hand.fill(view, "", JsonObject.of("text", "secret"));
          return List.of(
              Hand.field(view, "text").input().control() instanceof PasswordField, view.answer());
        });

    assertThat(seen).containsExactly(true, JsonObject.of("text", "secret"));
  }

  @Test
  void aPageIsLeftOnlyWhenItIsRightAndEachFieldSaysWhatIsWrong() throws Exception {
    List<String> said =
        Hand.on(() -> {
          FormView view = order("de");
          Button next = (Button) view.lookup(".form-next");
          next.fire();
          String problem = ((Label) Hand.field(view, "company").lookup(".field-problem")).getText();
          String summary = ((Label) view.lookup(".summary-title")).getText();
          Hand.fill(view, "", (JsonObject) tenAnswers().toList().get(0).get("answer"));
          String repaired =
              ((Label) Hand.field(view, "company").lookup(".field-problem")).getText();
          next.fire();
          view.applyCss();
          view.layout();
          return List.of(
              problem, summary, repaired, ((Label) view.lookup(".page-heading")).getText());
        });

    assertThat(said.get(0)).isEqualTo("Bitte ausfüllen");
    assertThat(said.get(1)).isNotBlank();
    assertThat(said.get(2)).isEmpty();
    assertThat(said.get(3)).isEqualTo("Lieferung und Zahlung");
  }

  private static Form everyKind() {
    return Form.empty("every", "Every kind", "en")
        .withSchema(
            Json.parseObject(
                """
                {"type": "object", "properties": {"text": {"type": "string"}, "long": {"type": "string"},
                "mail": {"type": "string", "format": "email"}, "link": {"type": "string", "format": "uri"},
                "number": {"type": "number"}, "whole": {"type": "integer"},
                "stars": {"type": "integer", "minimum": 1, "maximum": 5},
                "day": {"type": "string", "format": "date"}, "hour": {"type": "string", "format": "time-local"},
                "moment": {"type": "string", "format": "date-time-local"}, "yes": {"type": "boolean"},
                "one": {"type": "string", "enum": ["a", "b"]}, "seen": {"enum": [1, 2]},
                "some": {"type": "array", "items": {"enum": ["x", "y", "z"]}},
                "file": {"type": "object", "format": "file"}, "kept": {"type": "string"}, "any": {"type": "object"},
                "rows": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "number"}}}}}}
                """))
        .withUi(
            Json.parseObject(
                """
                {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/text"},
                {"type": "Control", "scope": "#/properties/long", "options": {"multi": true}},
                {"type": "Control", "scope": "#/properties/mail"}, {"type": "Control", "scope": "#/properties/link"},
                {"type": "Control", "scope": "#/properties/number"}, {"type": "Control", "scope": "#/properties/whole"},
                {"type": "Control", "scope": "#/properties/stars", "options": {"format": "rating"}},
                {"type": "Group", "label": "When", "elements": [{"type": "Control", "scope": "#/properties/day"},
                {"type": "Control", "scope": "#/properties/hour"}, {"type": "Control", "scope": "#/properties/moment"}]},
                {"type": "Control", "scope": "#/properties/yes"}, {"type": "Control", "scope": "#/properties/one"},
                {"type": "Control", "scope": "#/properties/seen", "options": {"format": "radio"}},
                {"type": "Control", "scope": "#/properties/some"}, {"type": "Control", "scope": "#/properties/file"},
                {"type": "Control", "scope": "#/properties/kept", "options": {"format": "hidden"}},
                {"type": "Control", "scope": "#/properties/any"}, {"type": "Control", "scope": "#/properties/rows"},
                {"type": "Label", "text": "# Words", "options": {"format": "markdown"}}]}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "ar, RIGHT_TO_LEFT",
    "he-IL, RIGHT_TO_LEFT",
    "en, LEFT_TO_RIGHT",
    "de, LEFT_TO_RIGHT"
  })
  void aFormIsWrittenAsItsLanguageIs(String language, NodeOrientation orientation)
      throws Exception {
    Form form =
        everyKind()
            .withTexts(JsonObject.of(language, JsonObject.of("text.label", "\u0627\u0633\u0645")));
    NodeOrientation seen =
        Hand.on(() -> Hand.field(shown(form, language), "text").getEffectiveNodeOrientation());
    assertThat(seen).isEqualTo(orientation);
  }

  @Test
  void everyKindOfFieldGivesBackWhatItShows() throws Exception {
    JsonObject answer =
        Json.parseObject(
            """
            {"text": "a", "long": "b\\nc", "mail": "a@example.com", "link": "https://example.com", "number": 12.5,
            "whole": 7, "stars": 4, "day": "2026-03-01", "hour": "09:30", "moment": "2026-03-29T09:30", "yes": true,
            "one": "b", "seen": 2, "some": ["x", "z"], "file": {"name": "a.pdf", "type": "application/pdf", "size": 3},
            "kept": "k", "any": {"b": 1}, "rows": [{"n": 1.5}, {"n": 2}]}
            """);
    List<Object> results =
        Hand.on(() -> {
          FormView view = shown(everyKind(), "en");
          view.fill(answer);
          return List.of(view.answer(), view.submit().problems());
        });

    assertThat(Json.write(results.get(0))).contains("\"kept\":\"k\"");
    assertThat(results.get(0)).isEqualTo(answer);
    assertThat(results.get(1)).isEqualTo(List.of());
  }

  @Test
  void numbersAreTypedInTheLanguagesWayAndKeptExactly() throws Exception {
    List<Object> typed =
        Hand.on(() -> {
          FormView view =
              shown(everyKind().withTexts(JsonObject.of("de", JsonObject.empty())), "de");
          TextField line = (TextField) Hand.field(view, "number").input().control();
          List<Object> values = new java.util.ArrayList<>();
          for (String text : List.of("12,50", "9007199254740993,1", "zwölf")) {
            line.setText(text);
            values.add(view.answer().get("number"));
          }
          return values;
        });

    assertThat(typed).containsExactly(12.5, new BigDecimal("9007199254740993.1"), "zwölf");
  }

  @Test
  void entriesMoveAndGo() throws Exception {
    List<Object> numbers =
        Hand.on(() -> {
          FormView view = shown(everyKind(), "en");
          view.fill(Json.parseObject("{\"rows\": [{\"n\": 1}, {\"n\": 2}, {\"n\": 3}]}"));
          press(view, "Move rows 1 down");
          press(view, "Remove rows 3");
          return (JsonArray) view.answer().get("rows");
        });

    assertThat(numbers).isEqualTo(Json.parse("[{\"n\": 2}, {\"n\": 1}]"));
  }

  private static void press(FormView view, String says) {
    view.applyCss();
    view.lookupAll(".entry-head .button").stream()
        .map(Button.class::cast)
        .filter(each -> says.equalsIgnoreCase(each.getAccessibleText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button “" + says + "”"))
        .fire();
  }
}
