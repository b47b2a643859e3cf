package io.concertmaster.nodes.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenientMomentTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      textBlock =
          """
          2026                            | 2026-01-01T00:00:00Z
          2026-11                         | 2026-11-01T00:00:00Z
          20261124T103000                 | 2026-11-24T10:30:00Z
          2026-328                        | 2026-11-24T00:00:00Z
          2026-W48-2                      | 2026-11-24T00:00:00Z
          2026-11-24 10:30:15             | 2026-11-24T10:30:15Z
          2026-11-24 10:30 +02:00         | 2026-11-24T08:30:00Z
          Tue, 24 Nov 2026 10:30:00 +0100 | 2026-11-24T09:30:00Z
          Tue, 24 Nov 2026 10:30:00 GMT   | 2026-11-24T10:30:00Z
          Nov 24, 2026 10:30              | 2026-11-24T10:30:00Z
          24 November 2026                | 2026-11-24T00:00:00Z
          11/24/2026                      | 2026-11-24T00:00:00Z
          2026/11/24 10:30                | 2026-11-24T10:30:00Z
          """)
  void dates_come_in_many_forms(String text, String expected) {
    assertThat(LenientMoment.of(text, ZoneOffset.UTC)).contains(Instant.parse(expected));
  }

  @Test
  void without_offset_they_are_at_home_in_the_zone() {
    assertThat(LenientMoment.of("24 Nov 2026", ZoneId.of("Europe/Amsterdam")))
        .contains(Instant.parse("2026-11-23T23:00:00Z"));
  }

  @Test
  void other_texts_are_no_dates() {
    assertThat(LenientMoment.of("soon", ZoneOffset.UTC)).isEmpty();
    assertThat(LenientMoment.of("", ZoneOffset.UTC)).isEmpty();
    assertThat(LenientMoment.of(true, ZoneOffset.UTC)).isEmpty();
  }
}
