package io.concertmaster.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.form.PlainCondition.Comparison;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {
  private static final Scope PAYMENT = Scope.ROOT.field("payment");
  private static final Scope VAT = Scope.ROOT.field("vat");

  private static PlainCondition condition(Scope field, Comparison comparison) {
    return new PlainCondition(field, comparison, comparison.hasValue() ? 3L : null);
  }

  @ParameterizedTest
  @EnumSource(Comparison.class)
  void whatIsSaidInPlainWordsIsReadBackFromTheSchema(Comparison comparison) {
    for (Scope field : List.of(PAYMENT, Scope.ROOT.field("contact").field("name"))) {
      Requirement asked = new Requirement(VAT, condition(field, comparison).fits());
      JsonObject schema = Requirement.replaced(JsonObject.of("type", "object"), List.of(asked));

      assertThat(Requirement.of(schema)).containsExactly(asked);
      assertThat(PlainCondition.of(asked.when())).contains(condition(field, comparison));
    }
  }

  @Test
  void severalConditionsAndFieldsInObjectsAreReadBack() {
    Rule.Condition both =
        new Rule.All(
            Stream.of(Comparison.IS, Comparison.FILLED)
                .map(each -> (Rule.Condition) condition(PAYMENT, each).fits())
                .toList());
    Requirement asked = new Requirement(Scope.ROOT.field("contact").field("name"), both);

    assertThat(Requirement.of(Requirement.replaced(JsonObject.empty(), List.of(asked))))
        .containsExactly(asked);
  }

  @Test
  void theSampleIsWrittenAsItStands() {
    JsonObject schema =
        Json.parseObject(
            """
            {"allOf": [{"if": {"properties": {"payment": {"const": "invoice"}}, "required": ["payment"]},
            "then": {"required": ["vat"]}}]}
            """);

    assertThat(Json.write(Requirement.replaced(schema, Requirement.of(schema))))
        .isEqualTo(Json.write(schema));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"required\": [\"a\"]}",
        "{\"if\": {\"required\": [\"a\"]}, \"then\": {\"required\": [\"b\"]}}",
        "{\"if\": {\"properties\": {\"a\": {\"const\": 1}, \"b\": {}}}, \"then\": {\"required\": [\"b\"]}}",
        "{\"if\": {\"properties\": {\"a\": {\"const\": 1}}}, \"then\": {\"required\": [\"b\", \"c\"]}}",
        "{\"if\": {\"properties\": {\"a\": {}}}, \"then\": {\"required\": [\"b\"]}, \"else\": {}}",
      })
  void whatSaysSomethingElseStays(String part) {
    JsonObject schema = JsonObject.of("allOf", JsonArray.of(Json.parseObject(part)));

    assertThat(Requirement.of(schema)).isEmpty();
    assertThat(Requirement.replaced(schema, List.of())).isEqualTo(schema);
  }
}
