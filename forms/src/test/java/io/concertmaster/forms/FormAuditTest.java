package io.concertmaster.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.forms.FormFinding.Kind;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type": "string", "minLength": 5, "maxLength": 3 | | “A” must have at least 5 characters and at most 3: change one of the two
          "type": "string", "maxLength": 0                 | | “A” may have at most 0 characters
          "type": "string", "format": "email", "minLength": 5, "maxLength": 4 | | at least 5 characters
          "type": "number", "minimum": 2.5, "maximum": 2   | | “A” must be at least 2.5 and at most 2: change one of the two
          "type": "number", "exclusiveMinimum": 2, "maximum": 2 | | “A” must be more than 2 and at most 2
          "type": "number", "minimum": 2, "exclusiveMaximum": 2 | | “A” must be at least 2 and less than 2
          "type": "number", "minimum": 1, "exclusiveMinimum": 5, "maximum": 3 | | “A” must be more than 5 and at most 3
          "type": "integer", "minimum": 1.2, "maximum": 1.8 | | “A” must be at least 1.2 and at most 1.8
          "type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 2 | | “A” must be more than 1 and less than 2
          "type": "integer", "minimum": 1, "maximum": 0    | "format": "rating" | “A” has no stars
          "type": "integer", "minimum": 1, "maximum": 11   | "format": "rating" | “A” has 11 stars, of which 10 are shown
          "type": "integer", "minimum": 6                  | "format": "rating" | “A” asks for at least 6 stars and shows 5
          "type": "integer", "minimum": 4, "maximum": 3    | "format": "rating" | “A” asks for at least 4 stars and shows 3
          "type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2, "maxItems": 1 | | “A” must have at least 2 choices and at most 1
          "type": "array", "items": {"enum": ["a", "b"]}, "minItems": 3 | | “A” asks for at least 3 choices and has 2
          "type": "array", "items": {"enum": ["a", "b"]}, "maxItems": 0 | | “A” may have at most 0 choices
          "type": "array", "items": {"enum": []}           | | “A” has nothing to choose
          "type": "string", "enum": []                     | | “A” has nothing to choose
          "type": "string", "enum": []                     | "format": "radio" | “A” has nothing to choose
          "type": "array", "items": {"type": "object", "properties": {"n": {"type": "string", "title": "N"}}}, "minItems": 3, "maxItems": 2 | | “A” must have at least 3 entries and at most 2
          "type": "array", "items": {"type": "object", "properties": {"n": {"type": "string", "title": "N"}}}, "maxItems": 0 | | “A” may have at most 0 entries
          "type": "array", "items": {"type": "object", "properties": {"n": {"type": "string", "title": "N", "maxLength": 0}}} | | “N” may have at most 0 characters
          "type": "object", "format": "file", "properties": {"size": {"maximum": 0}} | | “A” takes files of at most 0 bytes
          """)
  void limitsThatNothingKeepsAreSaid(String schema, String options, String said) {
    assertThat(findings(schema, options))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.message()).contains(said);
          assertThat(each.kind()).isEqualTo(Kind.LIMIT);
          assertThat(each.at()).isPresent();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type": "string", "minLength": 3, "maxLength": 3 |
          "type": "string", "minLength": "x", "maxLength": 3 |
          "type": "string", "minimum": 3, "maximum": 1     |
          "type": "number", "minimum": 2, "maximum": 2     |
          "type": "number", "minimum": -5, "maximum": 0    |
          "type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 2 |
          "type": "integer", "minimum": 1.5, "maximum": 2  |
          "type": "integer", "minimum": 1, "maximum": 10   | "format": "rating"
          "type": "integer", "minimum": 5                  | "format": "rating"
          "type": "string", "minLength": 5, "maxLength": 3 | "format": "hidden"
          "type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2, "maxItems": 2 |
          "type": "object", "format": "file", "properties": {"size": {"maximum": 1}} |
          """)
  void limitsThatCanBeKeptAreNot(String schema, String options) {
    assertThat(findings(schema, options)).noneMatch(each -> each.kind() == Kind.LIMIT);
  }

  private static List<FormFinding> findings(String schema, String options) {
    return FormAudit.of(
        form(
            "{\"type\": \"object\", \"properties\": {\"a\": {\"title\": \"A\", " + schema + "}}}",
            "{\"type\": \"Control\", \"scope\": \"#/properties/a\", \"options\": {"
                + (options == null ? "" : options)
                + "}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          way | {"const": "car"}             | “Way” is “car”
          way | {"not": {"const": "car"}}    | “Way” is “car”
          way | {"enum": ["car", "bus"]}     | “Way” is “car”
          way | {"enum": ["car", "post"]}    |
          way | {"const": "post"}            |
          way | {}                           |
          way | {"minLength": 3}             |
          size | {"const": 10.0}             |
          size | {"const": "10"}             | “Size” is “10”
          several | {"contains": {"const": "z"}} | “Several” is “z”
          several | {"contains": {"const": "x"}} |
          several | {"const": ["x"]}         |
          note | {"const": "car"}            |
          """)
  void aRuleThatAsksForNoChoiceIsSaid(String asked, String schema, String said) {
    Form form =
        form(
            """
            {"type": "object", "properties": {"way": {"title": "Way", "enum": ["post", "foot"]},
            "size": {"title": "Size", "type": "integer", "enum": [10, 20]},
            "several": {"title": "Several", "type": "array", "items": {"enum": ["x", "y"]}},
            "note": {"title": "Note", "type": "string"}, "rows": {"type": "array", "title": "Rows", "items":
            {"type": "object", "properties": {"n": {"title": "N", "type": "string"}}}}}}
            """,
            """
            {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/way"},
            {"type": "Control", "scope": "#/properties/size"}, {"type": "Control", "scope": "#/properties/several"},
            {"type": "Control", "scope": "#/properties/note", "rule": RULE},
            {"type": "Control", "scope": "#/properties/rows", "options": {"detail": {"type": "VerticalLayout",
            "elements": [{"type": "Control", "scope": "#/properties/n", "rule": RULE}]}}}]}
            """
                .replace(
                    "RULE",
                    """
                    {"effect": "SHOW", "condition": {"type": "AND", "conditions": [{"scope": "#/properties/%s", "schema": %s}]}}
                    """
                        .formatted(asked, schema)));
    List<FormFinding> found = FormAudit.of(form);
    if (said == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .hasSize(2)
          .allSatisfy(each -> {
            assertThat(each.message()).contains(said).contains("none of its choices");
            assertThat(each.kind()).isEqualTo(Kind.RULE);
          });
      assertThat(found.stream().map(each -> each.at().orElseThrow().toString()))
          .containsExactly("ui.elements[3]", "ui.elements[4].options.detail.elements[0]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          n   | {"const": 1}    |
          way | {"const": "x"}  | “M” by what “Way” says, which is no field of the same entry
          way | false           | “M” by what “Way” says, which is no field of the same entry
          gone | {}             | “M” by what “gone” says, which is no field of the same entry
          kind | {"const": "z"} | “Kind” is “z”, which is none of its choices
          kind | {"const": "a"} |
          """)
  void aRequirementThatSeesNotWhatItAsksForIsSaid(String asked, String schema, String said) {
    String when =
        "\"allOf\": [{\"if\": {\"properties\": {\"%s\": %s}, \"required\": [\"%s\"]}, \"then\": {\"required\": [\"m\"]}}]"
            .formatted(asked, schema, asked);
    String entry =
        "\"properties\": {\"n\": {\"title\": \"N\", \"type\": \"number\"}, \"m\": {\"title\": \"M\", \"type\": \"string\"},"
            + " \"kind\": {\"title\": \"Kind\", \"enum\": [\"a\"]}}, ";
    Form inEntry =
        form(
            "{\"type\": \"object\", \"properties\": {\"way\": {\"title\": \"Way\", \"type\": \"string\"}, \"rows\":"
                + " {\"title\": \"Rows\", \"type\": \"array\", \"items\": {\"type\": \"object\", "
                + entry
                + when
                + "}}}}",
            "{}");
    Form whole = form("{\"type\": \"object\", " + entry + when + "}", "{}");
    if (said == null) {
      assertThat(FormAudit.of(inEntry)).isEmpty();
      assertThat(FormAudit.of(whole)).isEmpty();
    } else {
      assertThat(FormAudit.of(inEntry))
          .singleElement()
          .satisfies(each -> {
            assertThat(each.message()).contains(said);
            assertThat(each.kind()).isEqualTo(Kind.RULE);
            assertThat(each.at().orElseThrow().toString())
                .isEqualTo("ui.elements[1].options.detail.elements[1]");
          });
      assertThat(said(whole))
          .singleElement()
          .asString()
          .contains(said.replace("“Way”", "“way”").replace("of the same entry", "of the form"));
    }
  }

  @Test
  void eachFindingIsOfAKindWhateverItsWordsAre() {
    Form twice =
        form(
            SCHEMA
                .replace("\"Town\"", "\"name\"")
                .replace("\"title\": \"X\"", "\"title\": \"\"")
                .replace("\"Way\"", "\"label heading accent\""),
            UI.replace("\"More\"", "\"\""));

    assertThat(FormAudit.of(twice))
        .extracting(FormFinding::kind)
        .containsExactlyInAnyOrder(Kind.LABEL, Kind.CHOICE, Kind.HEADING);
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
