package io.concertmaster.node.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {
  @Test
  void keeps_the_order_of_its_fields() {
    JsonObject object = JsonObject.of("b", 1, "a", 2).with("c", 3);
    assertThat(object.keySet()).containsExactly("b", "a", "c");
    assertThat(object.with("a", 9).keySet()).containsExactly("b", "a", "c");
  }

  @Test
  void null_is_not_absent() {
    JsonObject object = JsonObject.of("a", null);
    assertThat(object.get("a")).isNull();
    assertThat(object.containsKey("a")).isTrue();
    assertThat(object.get("b")).isNull();
    assertThat(object.containsKey("b")).isFalse();
    assertThat(object).isNotEqualTo(JsonObject.empty());
  }

  @Test
  void changing_gives_another_record_and_leaves_this_one() {
    JsonObject before = JsonObject.of("a", 1);
    JsonObject after = before.with("a", 2).with("b", 3).without("a");
    assertThat(before).isEqualTo(Map.of("a", 1L));
    assertThat(after).isEqualTo(Map.of("b", 3L));
    assertThatThrownBy(() -> before.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void records_with_the_same_fields_in_another_order_are_equal() {
    assertThat(JsonObject.of("a", 1, "b", 2)).isEqualTo(JsonObject.of("b", 2, "a", 1));
    assertThat(JsonObject.of("a", 1, "b", 2)).hasSameHashCodeAs(JsonObject.of("b", 2, "a", 1));
  }

  @Test
  void records_that_look_alike_share_their_shape() {
    assertThatRecordsThatLookAlikeShareTheirShape();
  }

  private static void assertThatRecordsThatLookAlikeShareTheirShape() {
    JsonObject one = JsonObject.of("a", 1, "b", 2);
    JsonObject other = JsonObject.of("a", "x", "b", "y");
    assertThat(one.shape()).isSameAs(other.shape());
    assertThat(one.with("c", 1).shape()).isSameAs(other.with("c", 2).shape());
  }

  @Test
  void does_what_a_linked_map_does_under_random_changes() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      JsonObject object = JsonObject.empty();
      Map<String, Object> map = new LinkedHashMap<>();
      for (int step = 0; step < 60; step++) {
        String name = "f" + random.nextInt(20);
        if (random.nextInt(4) == 0) {
          object = object.without(name);
          map.remove(name);
        } else {
          long value = random.nextLong();
          object = object.with(name, value);
          map.put(name, value);
        }
        assertThat(new ArrayList<>(object.keySet())).isEqualTo(new ArrayList<>(map.keySet()));
        assertThat(object).isEqualTo(map);
      }
    }
  }

  @Test
  void a_builder_keeps_the_first_place_and_the_last_value() {
    JsonObject object = JsonObject.builder().put("a", 1).put("b", 2).put("a", 3).build();
    assertThat(object.toString()).isEqualTo("{\"a\":3,\"b\":2}");
  }

  @Test
  void joins_another_record_into_this_one() {
    JsonObject joined = JsonObject.of("a", 1, "b", 2).withAll(JsonObject.of("b", 3, "c", 4));
    assertThat(joined.toString()).isEqualTo("{\"a\":1,\"b\":3,\"c\":4}");
  }

  @Test
  void data_with_endless_field_names_does_not_fill_the_memory_with_shapes() {
    List<JsonObject> last = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      last.clear();
      last.add(JsonObject.of("key" + i, i));
    }
    assertThat(last.getFirst()).isEqualTo(Map.of("key19999", 19_999L));
    assertThat(JsonObject.of("key19999", 1).shape()).isEqualTo(last.getFirst().shape());
    assertThatRecordsThatLookAlikeShareTheirShape();
  }
}
