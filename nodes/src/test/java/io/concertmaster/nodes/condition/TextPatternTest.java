package io.concertmaster.nodes.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.NodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          ^a            | abc   | true
          /^A/          | abc   | false
          /^A/i         | abc   | true
          a/b           | a/b   | true
          [^]           | x     | true
          [[]           | [     | true
          [a&&b]        | &     | true
          []            | x     | false
          \\u{61}       | a     | true
          ^\\w+@\\w+$   | a@b   | true
          """)
  void patterns_mean_what_they_mean_in_javascript(String pattern, String text, boolean found)
      throws Exception {
    assertThat(TextPattern.of(pattern, false).matcher(text).find()).isEqualTo(found);
  }

  @Test
  void the_end_is_the_end_of_the_text_unless_lines_count() throws Exception {
    assertThat(TextPattern.of("a$", false).matcher("a\n").find()).isFalse();
    assertThat(TextPattern.of("/a$/m", false).matcher("a\nb").find()).isTrue();
  }

  @Test
  void what_is_no_pattern_is_told() {
    assertThatThrownBy(() -> TextPattern.of("(", false))
        .isInstanceOf(NodeException.class)
        .hasMessageContaining("“(” is not a pattern");
  }
}
