package io.concertmaster.model.form.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.form.Choice;
import io.concertmaster.model.form.ElementPath;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.PlainCondition;
import io.concertmaster.model.form.Requirement;
import io.concertmaster.model.form.Rule;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choices that go, or are called otherwise: what rules say of them, and what they are in data. */
class ChoiceEditsTest {
  private static final ElementPath WAY = path(0);
  private static final ElementPath SEVERAL = path(1);
  private static final ElementPath SIZE = path(2);
  private static final ElementPath NOTE = path(3);

  private static ElementPath path(Integer... steps) {
    return new ElementPath(List.of(steps));
  }

  private static Form form(String condition, String when) {
    return Form.empty("a", "A", "en")
        .withSchema(
            Json.parseObject(
                """
                {"type": "object", "properties": {
                "way": {"type": "string", "enum": ["post", "car", "foot"]},
                "several": {"type": "array", "items": {"type": "string", "enum": ["x", "y"]}},
                "size": {"type": "integer", "enum": [10, 20]},
                "note": {"type": "string"}},
                "allOf": [{"if": %s, "then": {"required": ["note"]}}]}
                """
                    .formatted(when)))
        .withUi(
            Json.parseObject(
                """
                {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/way"},
                {"type": "Control", "scope": "#/properties/several"}, {"type": "Control", "scope": "#/properties/size"},
                {"type": "Control", "scope": "#/properties/note", "rule": {"effect": "SHOW", "condition": %s}}]}
                """
                    .formatted(condition)));
  }

  private static Form plain() {
    return form(
        asks("way", "{\"const\": \"post\"}"),
        "{\"properties\": {\"way\": {\"const\": \"post\"}}, \"required\": [\"way\"]}");
  }

  private static String asks(String field, String schema) {
    return "{\"scope\": \"#/properties/"
        + field
        + "\", \"schema\": "
        + schema
        + ", \"failWhenUndefined\": true}";
  }

  private static Field field(Form form, ElementPath at) {
    return (Field) FormLayout.of(form).element(at).orElseThrow();
  }

  private static Form without(Form form, ElementPath at, int position) {
    List<Choice> left = new ArrayList<>(field(form, at).choices());
    left.remove(position);
    return new SetChoices(at, left).apply(form);
  }

  @Test
  void aChoiceThatGoesTakesWhatRulesSayOfIt() {
    Form without = without(plain(), WAY, 0);

    assertThat(field(without, NOTE).rule()).isEmpty();
    assertThat(without.schema().containsKey("allOf")).isFalse();
    Form other = without(plain(), WAY, 1);
    assertThat(field(other, NOTE).rule()).isPresent();
    assertThat(Requirement.of(other.schema())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"not": {"const": "post"}}      |
          {"enum": ["post"]}              |
          {"enum": ["post", "car"]}       | {"enum": ["car"]}
          {"not": {"enum": ["post", "car"]}} | {"not": {"enum": ["car"]}}
          {"const": "car"}                | {"const": "car"}
          {}                              | {}
          {"anyOf": [{"const": "post"}]}  | {"anyOf": [{"const": "post"}]}
          """)
  void ofAConditionStaysWhatCanHold(String schema, String left) {
    Form without = without(form(asks("way", schema), "{}"), WAY, 0);

    assertThat(field(without, NOTE).rule().map(Rule::condition))
        .map(each -> ((Rule.Fits) each).schema())
        .isEqualTo(Optional.ofNullable(left).map(Json::parseObject));
  }

  @Test
  void oneOfSomeOfSeveralGoesFromRulesToo() {
    Form several = form(asks("several", "{\"contains\": {\"const\": \"x\"}}"), "{}");

    assertThat(field(without(several, SEVERAL, 0), NOTE).rule()).isEmpty();
    assertThat(field(without(several, SEVERAL, 1), NOTE).rule()).isPresent();
  }

  @Test
  void ofSeveralConditionsTheOthersStay() {
    Form two =
        form(
            "{\"type\": \"OR\", \"conditions\": ["
                + asks("way", "{\"const\": \"post\"}")
                + ","
                + asks("size", "{\"const\": 10}")
                + "]}",
            "{}");

    assertThat(
            PlainCondition.of(field(without(two, WAY, 0), NOTE).rule().orElseThrow().condition()))
        .map(each -> each.field().last())
        .contains("size");
    assertThat(
            PlainCondition.of(field(without(two, SIZE, 0), NOTE).rule().orElseThrow().condition()))
        .map(each -> each.field().last())
        .contains("way");
  }

  @Test
  void aChoiceThatIsRenamedIsFollowedDeepInARule() {
    Form deep =
        form(asks("way", "{\"anyOf\": [{\"const\": \"post\"}, {\"const\": \"car\"}]}"), "{}");
    Form renamed = new RenameChoice(WAY, 0, "mail").apply(deep);

    assertThat(Json.write(renamed.ui())).contains("\"mail\"").doesNotContain("\"post\"");
  }

  @Test
  void numbersStayNumbers() {
    Form form = form(asks("size", "{\"const\": 20}"), "{}");
    Form renamed = new RenameChoice(SIZE, 1, " 30 ").apply(form);

    assertThat(field(renamed, SIZE).choices()).extracting(Choice::value).containsExactly(10L, 30L);
    assertThat(PlainCondition.of(field(renamed, NOTE).rule().orElseThrow().condition()))
        .map(PlainCondition::value)
        .contains(30L);
    assertThat(Choice.another(field(form, SIZE)).value()).isEqualTo(21L);
    assertThat(Choice.another(field(form, WAY)).value()).isEqualTo("choice4");
    for (String none : List.of("ten", "1.5", "1e3", "NaN", "10")) {
      assertThatThrownBy(() -> new RenameChoice(SIZE, 1, none).apply(form))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new RenameChoice(SIZE, 1, "ten").apply(form))
        .hasMessageContaining("“ten” is no whole number")
        .hasMessageContaining("write");
  }

  @Test
  void fractionsAndChoicesWithTitlesStayNumbersToo() {
    JsonObject schema =
        Json.parseObject(
            """
            {"type": "object", "properties": {"a": {"type": "number", "enum": [1.5, 2]},
            "b": {"type": "array", "items": {"oneOf": [{"const": 1, "title": "One"}]}}}}
            """);
    Form form = Form.empty("a", "A", "en").withSchema(schema).withUi(JsonObject.empty());
    Form renamed = new RenameChoice(path(0), 0, "2.50").apply(form);
    renamed = new RenameChoice(path(1), 0, "007").apply(renamed);

    assertThat(field(renamed, path(0)).choices())
        .extracting(Choice::value)
        .containsExactly(2.5, 2L);
    assertThat(field(renamed, path(1)).choices()).containsExactly(new Choice(7L, "One"));
    assertThatThrownBy(() -> new RenameChoice(path(0), 0, "x").apply(form))
        .hasMessageContaining("“x” is no number");
  }

  @Test
  void aTextOfTheFormIsNoChoices() {
    Form form =
        Form.empty("a", "A", "en")
            .withSchema(
                Json.parseObject(
                    "{\"type\": \"object\", \"properties\": {\"form\": {\"enum\": [\"title\", \"b\"]}}}"))
            .withUi(JsonObject.empty())
            .withTexts(Json.parseObject("{\"en\": {\"form.title\": \"T\"}}"));

    assertThat(without(form, path(0), 0).texts()).isEqualTo(form.texts());
    assertThat(new RenameChoice(path(0), 0, "c").apply(form).texts()).isEqualTo(form.texts());
  }
}
