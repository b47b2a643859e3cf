package io.concertmaster.node.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StringifiedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[null,true,false,0,-7,12.25,\"\",\"é€😀\"]",
        "[{},[],{\"a\":{}},{\"a\":[]}]",
        "[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"b\":\"y\"}]",
        "[{\"a\":1,\"b\":2},{\"a\":1},{\"a\":1,\"b\":2,\"c\":3},{\"b\":1,\"a\":2},{\"ab\":1},{}]",
        "[{\"json\":{\"a\":1},\"pairedItem\":{\"item\":0}},{\"json\":{\"b\":[{\"c\":1},{\"c\":2}]},\"pairedItem\":[0]}]",
        "[{\"a\":{\"x\":1}},{\"a\":[{\"x\":1}]},{\"a\":\"x\"},{\"a\":{\"x\":2,\"y\":[]}}]",
        "[{\"é\\\"\\\\\\n\\u0001\":\"\\\"\\\\\\n\\t\\b\\f\\r\\u0001/\"},{\"é\\\"\\\\\\n\\u0001\":1}]",
        "[0.1,1.5e-7,5e-324,1.7976931348623157e+308,0.30000000000000004,-0.5,123456789.012345]"
      })
  void reads_what_the_general_reader_reads(String text) {
    JsonArray read = Stringified.parseArray(text);

    assertThat(read).isEqualTo(Json.parse(text));
    assertThat(Json.write(read)).isEqualTo(Json.write(Json.parse(text)));
  }

  @Test
  void numbers_are_doubles_of_which_small_whole_ones_are_long() {
    assertThat(
            Stringified.parseArray(
                "[9007199254740992,9007199254740994,-9007199254740992,1e21,100,2.0,1e2,-0,123456789012345678]"))
        .containsExactly(
            9007199254740992L,
            9007199254740994.0,
            -9007199254740992L,
            1e21,
            100L,
            2L,
            100L,
            0L,
            123456789012345680.0);
  }

  @Test
  void numbers_are_those_that_java_reads() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double number =
          switch (i % 3) {
            case 0 -> random.nextInt(1_000_000) / 100.0;
            case 1 -> random.nextLong(1L << 50) / Math.pow(10, random.nextInt(16));
            default -> Double.longBitsToDouble(random.nextLong());
          };
      if (Double.isFinite(number)) {
        String text = NumberText.of(number);
        Object read = Stringified.parseArray("[" + text + "]").getFirst();
        assertThat(read).as(text).isInstanceOfAny(Long.class, Double.class);
        assertThat(((Number) read).doubleValue()).as(text).isEqualTo(Double.parseDouble(text));
      }
    }
  }

  @Test
  void a_name_that_comes_twice_counts_once() {
    JsonArray read =
        Stringified.parseArray("[{\"a\":1,\"b\":2,\"a\":3},{\"a\":1,\"b\":2,\"a\":3},{\"a\":4}]");

    assertThat(read)
        .containsExactly(
            JsonObject.of("a", 3, "b", 2), JsonObject.of("a", 3, "b", 2), JsonObject.of("a", 4));
  }

  @Test
  void half_of_a_pair_of_units_stays_as_it_is() {
    assertThat(Stringified.parseArray("[\"a\\ud800b\"]")).containsExactly("a\ud800b");
  }

  @Test
  void a_wide_object_is_read() {
    StringBuilder text = new StringBuilder("[{");
    for (int i = 0; i < 5_000; i++) {
      text.append(i == 0 ? "" : ",").append("\"f").append(i).append("\":").append(i);
    }
    String object = text.append("}").substring(1);

    JsonArray read = Stringified.parseArray("[" + object + "," + object + "]");

    assertThat(read.getFirst()).isEqualTo(Json.parse(object));
    assertThat(read.getLast()).isEqualTo(read.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "{}",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[1]]",
        "[1] ",
        "[ 1]",
        "[{\"a\" :1}]",
        "[{\"a\":1,}]",
        "[{\"a\":1]",
        "[{a:1}]",
        "[{\"a\"}]",
        "[01]",
        "[1.]",
        "[.5]",
        "[-]",
        "[+1]",
        "[1e]",
        "[1e+]",
        "[0x1]",
        "[NaN]",
        "[tru]",
        "[nul",
        "[\"a]",
        "[\"a\n\"]",
        "[\"\\x\"]",
        "[\"\\u12g4\"]",
        "[\"\\u12"
      })
  void refuses_what_no_script_writes(String text) {
    assertThatThrownBy(() -> Stringified.parseArray(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void refuses_what_nests_too_deep() {
    assertThat(Stringified.parseArray("[".repeat(500) + "]".repeat(500))).hasSize(1);
    assertThatThrownBy(() -> Stringified.parseArray("[".repeat(501) + "]".repeat(501)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("500");
  }

  @Test
  void what_is_cut_off_anywhere_is_refused() {
    String text =
        "[{\"json\":{\"a\":-1.5e3,\"b\":[true,null,\"x\\n\\u0041\"]}},{\"json\":{\"a\":2}}]";
    for (int end = 0; end < text.length(); end++) {
      String cut = text.substring(0, end);
      assertThatThrownBy(() -> Stringified.parseArray(cut))
          .as(cut)
          .isInstanceOf(JsonException.class);
    }
    assertThat(Stringified.parseArray(text)).isEqualTo(Json.parse(text.replace("-1.5e3", "-1500")));
  }
}
