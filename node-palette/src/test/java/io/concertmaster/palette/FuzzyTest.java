package io.concertmaster.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyTest {
  @Test
  void aBeginningBeatsAWordInsideWhichBeatsAnyPlace() {
    int start = score("sum", "Summarize");
    int word = score("sum", "Total and sum");
    int inside = score("sum", "Consume");
    assertThat(start).isGreaterThan(word);
    assertThat(word).isGreaterThan(inside);
  }

  @Test
  void theWholeTextBeatsABeginning() {
    assertThat(score("if", "If")).isGreaterThan(score("if", "Iffy"));
  }

  @Test
  void lettersInOrderAreFoundWithGaps() {
    assertThat(Fuzzy.score("edf", "Edit fields")).isPresent();
    assertThat(Fuzzy.score("fde", "Edit fields")).isEmpty();
  }

  @Test
  void everyWordMustBeFound() {
    assertThat(Fuzzy.score("http req", "HTTP request")).isPresent();
    assertThat(Fuzzy.score("http sql", "HTTP request")).isEmpty();
  }

  @Test
  void aBlankQueryIsAnsweredByEverything() {
    assertThat(Fuzzy.score("  ", "anything")).hasValue(0);
  }

  private static int score(String query, String text) {
    return Fuzzy.score(query, text).orElseThrow();
  }
}
