package io.concertmaster.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.node.data.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormAuditTest {
  private static final String SCHEMA =
      """
      {"type": "object", "properties": {"a": {"type": "string", "title": "Name"}, "b": {"type": "string", "title": "Town"},
      "c": {"oneOf": [{"const": "x", "title": "X"}], "title": "Way"}, "rows": {"type": "array", "title": "Rows",
      "items": {"type": "object", "properties": {"n": {"type": "number", "title": "Amount"}}}}}}
      """;
  private static final String UI =
      """
      {"type": "VerticalLayout", "elements": [{"type": "Label", "i18n": "hello", "text": "## Hello", "options": {"format": "markdown"}},
      {"type": "Control", "scope": "#/properties/a"}, {"type": "Control", "scope": "#/properties/b"},
      {"type": "Group", "i18n": "s", "label": "More", "elements": [{"type": "Control", "scope": "#/properties/c"}]},
      {"type": "Control", "scope": "#/properties/rows"}]}
      """;

  private static Form form(String schema, String ui) {
    return Form.empty("a", "A", "en")
        .withSchema(Json.parseObject(schema))
        .withUi(Json.parseObject(ui));
  }

  private static List<String> said(Form form) {
    return FormAudit.of(form).stream().map(FormFinding::message).toList();
  }

  @Test
  void aGoodFormGivesNothingToSay() {
    assertThat(said(form(SCHEMA, UI))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "title": "Name"     | "title": ""               | has no label
          "title": "Town"     | "title": "name"           | Two fields are called
          , "title": "Town"   |                           | made from the key
          "const": "x", "title": "X" | "const": "x", "title": "" | has no words
          "label": "More"     | "label": ""               | section has no heading
          "## Hello"          | "#### Hello"              | leave no level out
          "## Hello"          | "![](a.png)"              | no words for people
          "## Hello"          | " "                       | says nothing
          #/properties/b      | #/properties/z            | has no field
          "Label"             | "Lable"                   | not known
          "title": "Town"     | "title": "Town", "pattern": "(" | not right
          """)
  void whatIsWrongIsSaid(String good, String bad, String said) {
    String worse = bad == null ? "" : bad;
    Form broken = form(SCHEMA.replace(good, worse), UI.replace(good, worse));

    assertThat(said(broken)).anyMatch(each -> each.contains(said));
  }

  @Test
  void aPaleAccentAndNoColourAreSaid() {
    assertThat(said(form(SCHEMA, UI).withTheme(Json.parseObject("{\"accent\": \"#FFEE00\"}"))))
        .singleElement()
        .asString()
        .contains("shown darker");
    assertThat(said(form(SCHEMA, UI).withTheme(Json.parseObject("{\"accent\": \"yellow\"}"))))
        .singleElement()
        .asString()
        .contains("is none");
  }

  @Test
  void textsThatALanguageLacksAreSaid() {
    Form german =
        form(SCHEMA, UI)
            .withTexts(
                Json.parseObject(
                    "{\"en\": {}, \"de\": {\"form.title\": \"A\", \"a.label\": \"Name\", \"hello.text\": \"x\","
                        + " \"c.label\": \"Weg\", \"c.x\": \"X\", \"s.label\": \"Mehr\", \"rows.label\": \"Z\","
                        + " \"rows.n.label\": \"Betrag\"}}"));

    assertThat(said(german)).containsExactly("German text missing for “Town”");
  }

  @Test
  void theSampleHasNoErrors() throws Exception {
    Form order =
        FormFiles.read(
            Path.of(
                System.getProperty("concertmaster.root", ".."), "docs/examples/order.form.json"));

    assertThat(FormAudit.of(order))
        .noneMatch(each -> each.severity() == FormFinding.Severity.ERROR);
  }
}
