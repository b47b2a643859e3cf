package io.concertmaster.nodes.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberLikeTest {
  @Test
  void texts_that_look_like_numbers_are_numbers() {
    assertThat(NumberLike.parse("12")).isEqualTo(12L);
    assertThat(NumberLike.parse(" -0.5 ")).isEqualTo(-0.5);
    assertThat(NumberLike.parse("+1e6")).isEqualTo(1e6);
    assertThat(NumberLike.parse(".5")).isEqualTo(0.5);
    assertThat(NumberLike.parse("12345678901234567890"))
        .isEqualTo(new BigDecimal("12345678901234567890"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "e",
        "1e",
        "1,000",
        "0x1F",
        "12 kg",
        "1d",
        "NaN",
        "Infinity",
        "1e999",
        "1-2",
        "2026-11-24",
        "--1",
        "1.2.3"
      })
  void others_are_not(String text) {
    assertThat(NumberLike.parse(text)).isNull();
  }

  @Test
  void numbers_compare_by_value_whatever_their_type() {
    assertThat(NumberLike.compare(1L, 1.0)).isZero();
    assertThat(NumberLike.compare(0.0, -0.0)).isZero();
    assertThat(NumberLike.compare(new BigDecimal("1e30"), 5L)).isPositive();
    assertThat(NumberLike.compare(new BigDecimal("0.1"), 0.1)).isZero();
    assertThat(NumberLike.compare(5L, new BigDecimal("9223372036854775808"))).isNegative();
    assertThat(NumberLike.compare(new BigDecimal("1e400"), new BigDecimal("1e500"))).isNegative();
  }
}
