package io.concertmaster.canvas.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.canvas.paint.NoteText.Line;
import io.concertmaster.canvas.theme.CanvasFonts;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTextTest {
  private static final CanvasFonts FONTS = CanvasFonts.of("Inter");

  private final TextFitter texts = new TextFitter();

  @Test
  void theFirstOfSeveralLinesAndHeadingsAreBold() {
    assertThat(lines("Partners\nplain\n## Heading\n**strong**", 500))
        .containsExactly(
            new Line("Partners", true, 0),
            new Line("plain", false, 0),
            new Line("Heading", true, 0),
            new Line("strong", true, 0));
  }

  @Test
  void aSingleLineIsPlain() {
    assertThat(lines("Just so", 500)).containsExactly(new Line("Just so", false, 0));
  }

  @Test
  void itemsGetBulletsAndMarksOfEmphasisGo() {
    assertThat(lines("- a **bold** `word`\n* other", 500))
        .extracting(Line::text)
        .containsExactly("• a bold word", "• other");
  }

  @Test
  void ofALinkItsTextStaysAndOfAPictureItsDescription() {
    assertThat(
            lines("see [the docs](https://example.org/a) ![a map](https://example.org/m.png)", 500))
        .extracting(Line::text)
        .containsExactly("see the docs [a map]");
  }

  @Test
  void longLinesAreWrappedAtWordsAndNoWordSticksOut() {
    String word = "Donaudampfschifffahrtsgesellschaft";
    List<Line> lines = lines("some words that do not fit on one line " + word + word, 120);
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(texts.width(FONTS.note(), line.text())).isLessThanOrEqualTo(120));
    assertThat(lines.getLast().text()).endsWith("…");
  }

  @Test
  void anEmptyLineStaysEmpty() {
    assertThat(lines("a\n\nb", 500)).extracting(Line::text).containsExactly("a", "", "b");
  }

  private List<Line> lines(String markdown, double room) {
    return NoteText.lines(markdown, room, FONTS, texts);
  }
}
