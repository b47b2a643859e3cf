package io.concertmaster.designer.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The fonts that come with the program, so that the window looks the same on every machine: Inter
 * for text, JetBrains Mono for code and data. Both are under the SIL Open Font License, whose text
 * lies beside them.
 */
public final class Fonts {
  /** The family of running text. */
  public static final String TEXT = "Inter";

  /** The family of code and data. */
  public static final String CODE = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf",
          "JetBrainsMono-Bold.ttf");

  private Fonts() {}

  /** Makes the fonts known to JavaFX; to be called before the first scene is made. */
  public static void load() {
    for (String file : FILES) {
      try (InputStream bytes = Fonts.class.getResourceAsStream("fonts/" + file)) {
        if (bytes == null || Font.loadFont(bytes, 13) == null) {
          throw new IllegalStateException("the font " + file + " is missing or damaged");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
