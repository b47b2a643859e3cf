package io.concertmaster.canvas.theme;

import java.util.Map;
import javafx.scene.paint.Color;

/**
 * Three ready themes. Their tiles know the roles {@code purple, green, blue, pink, amber, red,
 * teal, grey}, their notes {@code yellow, orange, red, pink, purple, blue, green, gray}.
 */
public final class CanvasThemes {
  private static final String FAMILY = "Inter";

  private static final Map<String, Color> ROLES =
      Map.of(
          "purple", Color.web("#8250df"),
          "green", Color.web("#1a7f37"),
          "blue", Color.web("#0969da"),
          "pink", Color.web("#bf3989"),
          "amber", Color.web("#9a6700"),
          "red", Color.web("#cf222e"),
          "teal", Color.web("#0b7285"),
          "grey", Color.web("#59636e"));

  private static final Map<String, NoteColors> LIGHT_NOTES =
      Map.of(
          "yellow", note("#fff8c5", "#e6d279", "#4d3f00"),
          "blue", note("#e6f1fd", "#a9cdf5", "#0b3a70"),
          "green", note("#e2f6e6", "#9fd8ac", "#0f4220"),
          "pink", note("#fdeaf4", "#f0b3d4", "#6a1a48"),
          "purple", note("#f2ebfd", "#cfb8f2", "#46217f"),
          "orange", note("#ffefdc", "#f3c48d", "#5f3300"),
          "red", note("#fde8e8", "#f2b3b3", "#701d1d"),
          "gray", note("#eef1f4", "#ccd3da", "#2f363d"),
          "grey", note("#eef1f4", "#ccd3da", "#2f363d"));

  private static final Map<String, NoteColors> DARK_NOTES =
      Map.of(
          "yellow", note("#262008", "#574a14", "#f0e0a0"),
          "blue", note("#0e1c2e", "#1d3a5c", "#b6d7ff"),
          "green", note("#0f2016", "#1f4a2a", "#aee6b9"),
          "pink", note("#271622", "#5a2a47", "#f6c3df"),
          "purple", note("#1c162e", "#423169", "#dccbff"),
          "orange", note("#2a1b0c", "#5c3c17", "#ffd9a8"),
          "red", note("#2b1212", "#5e2626", "#ffc4c4"),
          "gray", note("#161b22", "#30363d", "#c9d1d9"),
          "grey", note("#161b22", "#30363d", "#c9d1d9"));

  private CanvasThemes() {}

  /** Dark on light. */
  public static CanvasTheme light() {
    return new CanvasTheme(
        Color.web("#f6f8fa"),
        Color.web("#d3d8de"),
        Color.WHITE,
        Color.web("#d1d9e0"),
        Color.web("#1f2328"),
        Color.web("#656d76"),
        Color.web("#afb8c1"),
        Color.web("#0969da"),
        Color.web("#1f2328"),
        new StateColors(
            Color.web("#1a7f37"), Color.web("#0969da"), Color.web("#9a6700"), Color.web("#cf222e")),
        ROLES,
        Color.web("#59636e"),
        LIGHT_NOTES,
        CanvasFonts.of(FAMILY),
        1);
  }

  /** Light on dark. */
  public static CanvasTheme dark() {
    return new CanvasTheme(
        Color.web("#0d1117"),
        Color.web("#1e242c"),
        Color.web("#1c2128"),
        Color.web("#30363d"),
        Color.web("#e6edf3"),
        Color.web("#8b949e"),
        Color.web("#4b535d"),
        Color.web("#2f81f7"),
        Color.BLACK,
        new StateColors(
            Color.web("#3fb950"), Color.web("#2f81f7"), Color.web("#d29922"), Color.web("#f85149")),
        ROLES,
        Color.web("#59636e"),
        DARK_NOTES,
        CanvasFonts.of(FAMILY),
        1);
  }

  /** White on black with wide lines. */
  public static CanvasTheme highContrast() {
    Map<String, NoteColors> notes =
        Map.of("yellow", new NoteColors(Color.BLACK, Color.web("#ffd33d"), Color.web("#ffd33d")));
    return new CanvasTheme(
        Color.BLACK,
        Color.web("#4d4d4d"),
        Color.BLACK,
        Color.WHITE,
        Color.WHITE,
        Color.web("#e6e6e6"),
        Color.WHITE,
        Color.web("#4fc3ff"),
        Color.BLACK,
        new StateColors(
            Color.web("#4cff75"), Color.web("#4fc3ff"), Color.web("#ffd33d"), Color.web("#ff6b6b")),
        ROLES,
        Color.web("#59636e"),
        notes,
        CanvasFonts.of(FAMILY),
        1.5);
  }

  private static NoteColors note(String fill, String border, String text) {
    return new NoteColors(Color.web(fill), Color.web(border), Color.web(text));
  }
}
