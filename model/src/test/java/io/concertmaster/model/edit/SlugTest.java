package io.concertmaster.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"Over 10,000?\", over-10-000",
        "Fetch EDI 850, fetch-edi-850",
        "Größe prüfen, grosse-prufen",
        "Œuvre, oeuvre",
        "検査, node",
        "\"  \", node",
        "-- x --, x",
        "A name that is much longer than anybody would like to read in a file, a-name-that-is-much-longer-than-anybody",
      })
  void namesBecomeIds(String name, String slug) {
    assertThat(Slug.of(name, List.of())).isEqualTo(slug).matches(Slug::isSlug);
  }

  @Test
  void aTakenIdGetsANumber() {
    assertThat(Slug.of("Filter", List.of("filter", "filter-2"))).isEqualTo("filter-3");
  }

  @Test
  void aTakenNameGetsTheNextNumber() {
    assertThat(FreshName.of("Filter", List.of("If"))).isEqualTo("Filter");
    assertThat(FreshName.of("Filter", List.of("Filter", "Filter 2"))).isEqualTo("Filter 3");
    assertThat(FreshName.of("Filter 2", List.of("Filter", "Filter 2"))).isEqualTo("Filter 3");
  }
}
