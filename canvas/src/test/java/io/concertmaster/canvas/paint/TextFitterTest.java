package io.concertmaster.canvas.paint;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class TextFitterTest {
  private static final Font FONT = Font.font(13);

  private final TextFitter texts = new TextFitter();

  @Test
  void aTextThatFitsStaysAsItIs() {
    double width = texts.width(FONT, "Fetch orders");
    assertThat(texts.fitted(FONT, "Fetch orders", width)).isEqualTo("Fetch orders");
    assertThat(texts.fitted(FONT, "", 10)).isEmpty();
  }

  @Test
  void aTextThatIsTooWideIsCutWithAnEllipsisAsLateAsPossible() {
    String text = "A name that is far too long for a card";
    String cut = texts.fitted(FONT, text, 120);
    assertThat(cut).endsWith("…").hasSizeGreaterThan(5);
    assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
    assertThat(texts.width(FONT, cut)).isLessThanOrEqualTo(120);
    String longer = text.substring(0, cut.length()) + "…";
    assertThat(texts.width(FONT, longer)).isGreaterThan(120);
  }

  @Test
  void aSignOfTwoCodeUnitsIsNeverCutInTwo() {
    String text = "😀".repeat(40);
    for (int room = 10; room < 200; room += 7) {
      String cut = texts.fitted(FONT, text, room);
      assertThat(cut.replace("😀", "")).isIn("…", "");
    }
  }

  @Test
  void withoutAnyRoomOnlyTheEllipsisIsLeft() {
    assertThat(texts.fitted(FONT, "Name", 1)).isEqualTo("…");
  }
}
