package io.concertmaster.nodes.condition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionTest {
  @Test
  void a_field_reads_as_its_name_and_other_expressions_as_they_stand() {
    assertThat(Caption.of("={{ $json.customer.name }}")).isEqualTo("customer.name");
    assertThat(Caption.of("={{ $json.a + 1 }}")).isEqualTo("$json.a + 1");
    assertThat(Caption.of("=Order {{ $json.id }}")).isEqualTo("Order {{ $json.id }}");
  }

  @Test
  void other_settings_read_as_they_are_in_one_short_line() {
    assertThat(Caption.of(null)).isEmpty();
    assertThat(Caption.of(10_000L)).isEqualTo("10000");
    assertThat(Caption.of("a\nb")).isEqualTo("a b");
    assertThat(Caption.of("x".repeat(50))).hasSize(40).endsWith("…");
  }
}
