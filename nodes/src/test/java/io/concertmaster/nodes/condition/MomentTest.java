package io.concertmaster.nodes.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 2026-11-23T23:00:00Z",
    "2026-11-24T10:30, 2026-11-24T09:30:00Z",
    "2026-07-24 10:30:15, 2026-07-24T08:30:15Z",
    "2026-11-24T10:30:00Z, 2026-11-24T10:30:00Z",
    "2026-11-24T10:30:00.123-05:00, 2026-11-24T15:30:00.123Z",
    "2026-11-24T10:30:00+09:00[Asia/Tokyo], 2026-11-24T01:30:00Z"
  })
  void texts_name_moments(String text, Instant expected) {
    assertThat(Moment.of(text, AMSTERDAM)).contains(expected);
  }

  @Test
  void numbers_are_milliseconds_since_1970() {
    assertThat(Moment.of(86_400_000L, AMSTERDAM)).contains(Instant.parse("1970-01-02T00:00:00Z"));
    assertThat(Moment.of(1e20, AMSTERDAM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "24.11.2026", "2026-13-01", "2026-11-24T", "10:30"})
  void other_texts_name_none(String text) {
    assertThat(Moment.of(text, AMSTERDAM)).isEmpty();
  }
}
