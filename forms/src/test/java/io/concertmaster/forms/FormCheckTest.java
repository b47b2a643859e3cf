package io.concertmaster.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormCheckTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "examples");

  private static FormCheck order() throws FormException, WorkflowFileException {
    return FormCheck.of(FormFiles.read(EXAMPLES.resolve("order.form.json")));
  }

  static Stream<JsonObject> tenAnswers() throws IOException {
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

  @ParameterizedTest
  @MethodSource("tenAnswers")
  void theTenAnswersOfTheSampleAreJudgedAsTheySay(JsonObject sample) throws Exception {
    CheckedAnswer checked = order().check((JsonObject) sample.get("answer"), List.of("en"));

    assertThat(
            checked.problems().stream()
                .map(each -> JsonObject.of("at", each.pointer(), "keyword", each.keyword()))
                .toList())
        .as(sample.get("why") + ": " + checked.problems())
        .isEqualTo(sample.get("problems"));
  }

  private static Form conditional() {
    return Form.empty("conditional", "Conditional", "en")
        .withSchema(
            Json.parseObject(
                """
                {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"},
                "d": {"type": "string"}, "rows": {"type": "array", "items": {"type": "object", "properties": {
                "kind": {"type": "string"}, "why": {"type": "string"}}, "if": {"properties": {"kind": {"const": "other"}},
                "required": ["kind"]}, "then": {"required": ["why"]}}}},
                "dependentRequired": {"c": ["d"]},
                "allOf": [{"if": {"properties": {"a": {"const": "x"}}, "required": ["a"]}, "then": {"required": ["b"]},
                "else": {"required": ["a"]}}]}
                """));
  }

  @Test
  void whatMustBeFilledInFollowsFromTheAnswerSoFar() throws Exception {
    FormCheck check = FormCheck.of(conditional());

    assertThat(check.seen(JsonObject.empty()).required()).containsExactly("/a");
    assertThat(check.seen(JsonObject.of("a", "x")).required()).containsExactly("/b");
    assertThat(check.seen(JsonObject.of("a", "x", "b", "given")).required()).containsExactly("/b");
    assertThat(check.seen(JsonObject.of("a", "y", "c", "1")).required())
        .containsExactlyInAnyOrder("/a", "/d");
    JsonObject rows =
        Json.parseObject("{\"a\": \"x\", \"rows\": [{\"kind\": \"one\"}, {\"kind\": \"other\"}]}");
    assertThat(check.seen(rows).required()).containsExactlyInAnyOrder("/b", "/rows/1/why");
    assertThat(check.check(rows, List.of("en")).seen().required())
        .containsExactlyInAnyOrder("/b", "/rows/1/why");
  }

  @Test
  void aGroupThatMustBeFilledInBeginsWithItsEntriesUnlessTheyAreKnown() throws Exception {
    JsonArray one = JsonArray.of(JsonObject.empty());
    JsonArray two = JsonArray.of(JsonObject.empty(), JsonObject.empty());

    assertThat(order().begun(JsonObject.of("company", "A")))
        .isEqualTo(JsonObject.of("company", "A", "items", one));
    assertThat(order().begun(JsonObject.of("items", two))).isEqualTo(JsonObject.of("items", two));
  }

  @Test
  void nothingIsBegunThatPeopleMayLeaveOutOrThatWouldPassUntouched() throws Exception {
    String phones =
        """
        "phones": {"type": "array", "minItems": 1, "items": {"type": "object",
          "properties": {"number": {"type": "string"}}%s}}
        """;
    String asking = phones.formatted(", \"required\": [\"number\"]");
    String within =
        "{\"type\": \"object\", \"properties\": {" + asking + "}, \"required\": [\"phones\"]}";

    assertThat(begun("\"contact\": " + within, "contact", "contact", "phones"))
        .isEqualTo(
            JsonObject.of("contact", JsonObject.of("phones", JsonArray.of(JsonObject.empty()))));
    assertThat(begun("\"contact\": " + within, "name", "contact", "phones"))
        .isEqualTo(JsonObject.empty());
    assertThat(begun(asking, "phones", "phones"))
        .isEqualTo(JsonObject.of("phones", JsonArray.of(JsonObject.empty())));
    assertThat(begun(phones.formatted(""), "phones", "phones")).isEqualTo(JsonObject.empty());
  }

  /** How a form of some properties begins, one of which is asked for, with a control for one. */
  private static JsonObject begun(String properties, String asked, String... scope)
      throws Exception {
    String pointer = "#/properties/" + String.join("/properties/", scope);
    String form =
        """
        {"format": 1, "id": "f", "name": "F",
         "schema": {"type": "object", "properties": {"name": {"type": "string"}, %s}, "required": ["%s"]},
         "ui": {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "%s"}]}}
        """
            .formatted(properties, asked, pointer);
    return FormCheck.of(FormFiles.parse(form)).begun(JsonObject.empty());
  }

  @Test
  void aHiddenFieldThatAnAnswerDoesNotHaveHasItsDefault() throws Exception {
    String form =
        """
        {"format": 1, "id": "f", "name": "F",
         "schema": {"type": "object", "required": ["source"],
           "properties": {"name": {"type": "string"}, "source": {"type": "string", "default": "web"}}},
         "ui": {"type": "VerticalLayout", "elements": [
           {"type": "Control", "scope": "#/properties/name"},
           {"type": "Control", "scope": "#/properties/source", "options": {"format": "hidden"}}]}}
        """;
    FormCheck check = FormCheck.of(FormFiles.parse(form));

    CheckedAnswer without = check.check(JsonObject.of("name", "A"), List.of("en"));
    assertThat(without.accepted()).isTrue();
    assertThat(without.answer()).isEqualTo(JsonObject.of("name", "A", "source", "web"));
    JsonObject own = JsonObject.of("name", "A", "source", "fair");
    assertThat(check.check(own, List.of("en")).answer()).isEqualTo(own);
  }

  @Test
  void whatIsNotSeenIsTakenOut() throws Exception {
    JsonObject answer = (JsonObject) tenAnswers().toList().get(2).get("answer");

    CheckedAnswer checked = order().check(answer, List.of("en"));

    assertThat(answer.containsKey("address")).isTrue();
    assertThat(checked.answer().containsKey("address")).isFalse();
    assertThat(checked.seen().absent()).containsExactly("/address");
  }

  @Test
  void messagesAreInTheLanguageAskedForAndTheFormsOwnGoFirst() throws Exception {
    JsonObject answer = (JsonObject) tenAnswers().toList().get(5).get("answer");

    assertThat(
            order().check(answer, List.of("de-AT", "en")).problem("/vat").orElseThrow().message())
        .startsWith("Zwei Buchstaben");
    assertThat(
            order()
                .check(JsonObject.empty(), List.of("de"))
                .problem("/company")
                .orElseThrow()
                .message())
        .isEqualTo("Bitte ausfüllen");
    assertThat(
            order()
                .check(JsonObject.empty(), List.of("xx"))
                .problem("/terms")
                .orElseThrow()
                .message())
        .isEqualTo("Tick this to go on");
  }

  private static Form form(String schema, String ui) {
    return Form.empty("a", "A", "en")
        .withSchema(Json.parseObject(schema))
        .withUi(Json.parseObject(ui));
  }

  @Test
  void aRuleMayAskForAFieldOfItsOwnEntryOrOfTheWholeAnswer() throws Exception {
    FormCheck check =
        FormCheck.of(
            form(
                """
                {"type": "object", "properties": {"gross": {"type": "boolean"}, "rows": {"type": "array",
                "items": {"type": "object", "properties": {"kind": {"type": "string"}, "why": {"type": "string"},
                "tax": {"type": "number"}}, "required": ["why", "tax"]}}}}
                """,
                """
                {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/gross"},
                {"type": "Control", "scope": "#/properties/rows", "options": {"detail": {"type": "VerticalLayout",
                "elements": [{"type": "Control", "scope": "#/properties/kind"},
                {"type": "Control", "scope": "#/properties/why", "rule": {"effect": "HIDE", "condition":
                {"scope": "#/properties/kind", "schema": {"const": "plain"}}}},
                {"type": "Control", "scope": "#/properties/tax", "rule": {"effect": "SHOW", "condition":
                {"scope": "#/properties/gross", "schema": {"const": true}}}}]}}}]}
                """));

    CheckedAnswer checked =
        check.check(
            Json.parseObject(
                "{\"rows\": [{\"kind\": \"plain\", \"why\": \"x\", \"tax\": 1}, {\"kind\": \"other\"}]}"),
            List.of("en"));

    assertThat(checked.answer())
        .isEqualTo(
            Json.parseObject(
                "{\"rows\": [{\"kind\": \"plain\"}, {\"kind\": \"other\"}], \"gross\": false}"));
    assertThat(checked.problems()).extracting(FormProblem::pointer).containsExactly("/rows/1/why");
    assertThat(checked.seen().hidden())
        .contains(new Spot(new ElementPath(List.of(1, ElementPath.DETAIL, 1)), "/rows/0"));
  }

  @Test
  void rulesGoOnFromWhatOtherRulesHide() throws Exception {
    String show =
        "\"rule\": {\"effect\": \"SHOW\", \"condition\": {\"scope\": \"#/properties/%s\", \"schema\":"
            + " {\"const\": \"yes\"}, \"failWhenUndefined\": true}}";
    FormCheck check =
        FormCheck.of(
            form(
                """
                {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c":
                {"type": "string"}}, "required": ["c"]}
                """,
                "{\"type\": \"VerticalLayout\", \"elements\": [{\"type\": \"Control\", \"scope\":"
                    + " \"#/properties/c\", "
                    + show.formatted("b")
                    + "}, {\"type\": \"Control\", \"scope\": \"#/properties/b\", "
                    + show.formatted("a")
                    + "}, {\"type\": \"Control\", \"scope\": \"#/properties/a\"}]}"));

    JsonObject answer = Json.parseObject("{\"a\": \"no\", \"b\": \"yes\", \"c\": \"kept?\"}");

    assertThat(check.check(answer, List.of()).answer()).isEqualTo(JsonObject.of("a", "no"));
    assertThat(check.check(answer, List.of()).problems()).isEmpty();
    assertThat(check.check(answer.with("a", "yes"), List.of()).answer().get("c"))
        .isEqualTo("kept?");
  }

  @Test
  void rulesThatContradictEachOtherEnd() throws Exception {
    FormCheck check =
        FormCheck.of(
            form(
                "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}",
                """
                {"type": "Control", "scope": "#/properties/a", "rule": {"effect": "HIDE", "condition":
                {"scope": "#/properties/a", "schema": {"const": "x"}, "failWhenUndefined": true}}}
                """));

    assertThat(check.check(JsonObject.of("a", "x"), List.of()).problems()).isEmpty();
  }

  @Test
  void aPatternThatWouldTakeYearsDoesNotFit() throws Exception {
    FormCheck check =
        FormCheck.of(
            form(
                "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"pattern\": \"^(a+)+$\"}}}",
                "{}"));

    CheckedAnswer checked = check.check(JsonObject.of("a", "a".repeat(60) + "!"), List.of("en"));

    assertThat(checked.problems()).extracting(FormProblem::keyword).containsExactly("pattern");
    assertThat(check.check(JsonObject.of("a", "aaa"), List.of("en")).accepted()).isTrue();
  }

  @Test
  void localTimesAreTakenWithoutAZone() throws Exception {
    FormCheck check =
        FormCheck.of(
            form(
                """
                {"type": "object", "properties": {"t": {"type": "string", "format": "time-local"},
                "d": {"type": "string", "format": "date-time-local"}}}
                """,
                "{}"));

    assertThat(
            check
                .check(
                    Json.parseObject("{\"t\": \"09:30\", \"d\": \"2026-03-29T02:30\"}"), List.of())
                .accepted())
        .isTrue();
    assertThat(
            check
                .check(Json.parseObject("{\"t\": \"25:30\", \"d\": \"2026-3-29\"}"), List.of("en"))
                .problems())
        .extracting(FormProblem::pointer)
        .containsExactly("/t", "/d");
  }

  @Test
  void aSchemaThatIsNoneOrLeadsElsewhereIsRefusedAtOnce() {
    assertThatThrownBy(() ->
            FormCheck.of(
                form(
                    "{\"type\": \"object\", \"properties\": {\"a\": {\"pattern\": \"(\"}}}", "{}")))
        .isInstanceOf(FormException.class)
        .hasMessageContaining("pattern");
    assertThatThrownBy(
            () -> FormCheck.of(form("{\"$ref\": \"https://example.com/order.json\"}", "{}")))
        .isInstanceOf(FormException.class)
        .hasMessageContaining("example.com");
  }

  @Test
  void sizesAreToldAsPeopleSayThem() {
    assertThat(List.of(0L, 1L, 2L).stream().map(Messages.of("en")::size))
        .containsExactly("0 bytes", "1 byte", "2 bytes");
    assertThat(List.of(0L, 1L, 2L).stream().map(Messages.of("fr")::size))
        .containsExactly("0 octet", "1 octet", "2 octets");
  }
}
