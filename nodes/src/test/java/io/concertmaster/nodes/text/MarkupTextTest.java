package io.concertmaster.nodes.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MarkupTextTest {
  @Test
  void tags_go_and_what_never_ends_stays() {
    assertThat(MarkupText.plain("<p a='<'>a <b\n>b</b> > c <d")).isEqualTo("a b > c <d");
  }

  @Test
  @Timeout(10)
  void a_long_text_of_tags_that_never_end_takes_no_time() {
    String open = "<".repeat(500_000);

    assertThat(MarkupText.plain(open)).isEqualTo(open);
    assertThat(MarkupText.plain("<p>" + open)).isEqualTo(open);
  }
}
