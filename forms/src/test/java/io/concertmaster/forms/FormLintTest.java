package io.concertmaster.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormLintTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("concertmaster.root", "..")).resolve("docs/examples");
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {
      "email": {"type": "string", "title": "E-mail", "maxLength": 80},
      "rows": {"type": "array", "title": "Rows", "items": {"type": "object", "properties": {
      "amount": {"type": "integer", "title": "Amount"}, "kind": {"type": "string", "title": "Kind"}}}}}}
      """;
  private static final String UI =
      """
      {"type": "VerticalLayout", "elements": [
      {"type": "Control", "scope": "#/properties/email"},
      {"type": "Control", "scope": "#/properties/rows", "options": {"detail": {"type": "VerticalLayout",
      "elements": [{"type": "Control", "scope": "#/properties/kind"},
      {"type": "Control", "scope": "#/properties/amount", "rule": {"effect": "SHOW",
      "condition": {"scope": "#/properties/kind", "schema": {"const": "x"}}}}]}}}]}
      """;

  private static Form form(String schema, String ui) {
    return Form.empty("a", "A", "en")
        .withSchema(Json.parseObject(schema))
        .withUi(Json.parseObject(ui));
  }

  private static List<String> errors(Form form) {
    return FormLint.of(form).stream()
        .filter(each -> each.isError() && each.code() == Code.BAD_FORM)
        .map(Problem::line)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "maxLength": 80          | "pattern": "["           | schema.properties.email.pattern: the pattern “[” is not right
          "maxLength": 80          | "maxLength": "80"        | schema.properties.email.maxLength: this is no JSON Schema: string found, integer expected
          "type": "integer"        | "type": "whole"          | schema.properties.rows.items.properties.amount.type: this is no JSON Schema
          `{"type": "object", "properties": {\n"email"` | `{"type": "array", "properties": {\n"email"` | schema.type: an answer is an object
          "maxLength": 80          | "$ref": "#/$defs/none"   | schema: the schema cannot be used
          `"type": "Control", "scope": "#/properties/email"` | `"type": "Contrl"` | ui.elements[0]: the type “Contrl” is not known
          `"type": "Control", "scope": "#/properties/email"` | `"scope": "#/properties/email"` | ui.elements[0]: this element has no type
          `"type": "Control", "scope": "#/properties/email"` | `"type": "Control"` | ui.elements[0]: this Control needs a “scope”
          `"#/properties/email"`   | `"#/properties/mail"`    | ui.elements[0]: the schema has no field #/properties/mail
          `"scope": "#/properties/kind", "schema"` | "schema"  | ui.elements[1].options.detail.elements[1]: the rule cannot be read
          `"#/properties/kind", "schema"` | `"#/properties/kin", "schema"` | ui.elements[1].options.detail.elements[1]: the rule asks for the field #/properties/kin
          `{"const": "x"}`         | `{"pattern": "("}`       | ui.elements[1].options.detail.elements[1].rule: the rule cannot be used: the pattern “(” is not right
          """)
  void whatCannotBeUsedIsAnErrorWithItsPlace(String good, String bad, String said) {
    String old = good.replace("\\n", "\n");
    String fresh = bad.replace("\\n", "\n");
    assertThat(SCHEMA + UI).contains(old);
    Form broken = form(SCHEMA.replace(old, fresh), UI.replace(old, fresh));

    assertThat(errors(broken)).singleElement().asString().startsWith(said).contains(": ");
  }

  @Test
  void aRuleOfAnEntryMayAskForAFieldOfTheWholeAnswer() {
    String outside = UI.replace("#/properties/kind\", \"schema", "#/properties/email\", \"schema");

    assertThat(UI).isNotEqualTo(outside);
    assertThat(FormLint.of(form(SCHEMA, outside))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "#/properties/file/properties/size"})
  void whatTheSchemaLeavesOpenMayBeAskedFor(String scope) {
    String schema =
        "{\"type\": \"object\", \"properties\": {\"file\": {\"type\": \"object\", \"format\": \"file\","
            + " \"title\": \"File\"}, \"b\": {\"type\": \"string\", \"title\": \"B\"}}}";
    String ui =
        "{\"type\": \"VerticalLayout\", \"elements\": [{\"type\": \"Control\", \"scope\":"
            + " \"#/properties/file\"}, {\"type\": \"Control\", \"scope\": \"#/properties/b\","
            + " \"rule\": {\"effect\": \"SHOW\", \"condition\": {\"scope\": \""
            + scope
            + "\", \"schema\": {}}}}]}";

    assertThat(FormLint.of(form(schema, ui))).isEmpty();
  }

  @Test
  void whatOnlySomePeopleCannotUseIsAWarningWithItsPlace() {
    Form unnamed = form(SCHEMA.replace("\"E-mail\"", "\"\""), UI);

    assertThat(FormLint.of(unnamed))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.isError()).isFalse();
          assertThat(each.code()).isEqualTo(Code.FORM_ADVICE);
          assertThat(each.line()).startsWith("ui.elements[0]: The field “email” has no label");
        });
    Form bare = unnamed.withUi(Json.parseObject("{}"));
    assertThat(FormLint.of(bare).getFirst().property()).isEqualTo("schema.properties.email");
  }

  @Test
  void limitsThatNothingKeepsAreAWarningWithItsPlace() {
    Form brief =
        form(SCHEMA.replace("\"maxLength\": 80", "\"maxLength\": 2, \"minLength\": 3"), UI);

    assertThat(FormLint.of(brief))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.isError()).isFalse();
          assertThat(each.line()).startsWith("ui.elements[0]: “E-mail” must have at least 3");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"type\": \"object\",', '{\"type\": \"object\", \"required\": [\"email\", \"rows\"],', ''",
    "'{\"type\": \"object\", \"properties\": {\n\"email', '{\"type\": \"object\", \"required\": [\"fax\"], \"properties\": {\n\"email', fax",
    "'{\"type\": \"object\", \"properties\": {\n\"amount', '{\"type\": \"object\", \"required\": [\"unit\"], \"properties\": {\n\"amount', unit"
  })
  void whatMustBeFilledInAndIsNotAskedForIsToldAsAWarning(String old, String fresh, String name) {
    String schema = SCHEMA.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(fresh));
    assertThat(schema).isNotEqualTo(SCHEMA);
    List<Problem> found = FormLint.of(form(schema, UI));
    if (name.isEmpty()) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .singleElement()
          .satisfies(each -> {
            assertThat(each.isError()).isFalse();
            assertThat(each.message())
                .startsWith("Nobody can send the form: “" + name + "” must be filled in");
          });
    }
  }

  @Test
  void thePropertyThatIsCalledPatternIsNoPattern() {
    String schema =
        "{\"type\": \"object\", \"properties\": {\"pattern\": {\"type\": \"string\", \"title\": \"P\"}}}";
    assertThat(FormLint.of(form(schema, "{}"))).isEmpty();
  }

  @Test
  void theSampleHasNoErrors() throws Exception {
    assertThat(errors(FormFiles.read(EXAMPLES.resolve("order.form.json")))).isEmpty();
  }
}
