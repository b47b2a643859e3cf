package io.concertmaster.designer.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {
  private static Item item(String json) {
    return Item.of(Json.parseObject(json));
  }

  @Test
  void fieldsOfAllItemsComeInTheOrderInWhichTheyFirstAppear() {
    assertThat(Field.in(List.of(item("{\"a\":1,\"b\":{\"c\":2}}"), item("{\"d\":[1],\"a\":3}")), 9))
        .extracting(Field::dotted)
        .containsExactly("a", "b.c", "d");
  }

  @Test
  void aFieldThatIsAnObjectHereAndNothingThereIsListedOpened() {
    assertThat(Field.in(List.of(item("{\"b\":null}"), item("{\"b\":{\"c\":2}}")), 9))
        .extracting(Field::dotted)
        .containsExactly("b.c");
  }

  @Test
  void expressionsQuoteNamesThatAreNoIdentifiers() {
    assertThat(new Field(List.of("ship to", "city")).expression())
        .isEqualTo("$json[\"ship to\"].city");
  }

  @Test
  void aMissingFieldIsToldFromNull() {
    Field field = new Field(List.of("a", "b"));
    assertThat(field.isIn(Json.parseObject("{\"a\":{\"b\":null}}"))).isTrue();
    assertThat(field.isIn(Json.parseObject("{\"a\":1}"))).isFalse();
  }

  @Test
  void valuesReadInOneLine() {
    assertThat(ValueText.line("a\nb", 9)).isEqualTo("a⏎b");
    assertThat(ValueText.line("abcdef", 3)).isEqualTo("abc…");
    assertThat(ValueText.line(Json.parse("[1,2]"), 9)).isEqualTo("2 items");
    assertThat(ValueText.whole("a\nb")).isEqualTo("a\nb");
    assertThat(ValueText.size(1_240_000)).isEqualTo("1.2 MB");
  }
}
