package io.concertmaster.canvas.paint;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Measures texts and cuts those that are too wide, since a graphics context does neither. Remembers
 * the last few thousand answers: the same titles are drawn over and over.
 */
public final class TextFitter {
  private static final int REMEMBERED = 8192;
  private static final String ELLIPSIS = "…";

  private final Text probe = new Text();
  private final Map<Question, String> cuts = new Remembered<>();
  private final Map<Question, Double> widths = new Remembered<>();

  private record Question(Font font, String text, double room) {}

  /** The width of a text on one line. */
  public double width(Font font, String text) {
    return widths.computeIfAbsent(new Question(font, text, 0), question -> measured(font, text));
  }

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  public String fitted(Font font, String text, double room) {
    Question question = new Question(font, text, room);
    String known = cuts.get(question);
    if (known == null) {
      known = cut(font, text, room);
      cuts.put(question, known);
    }
    return known;
  }

  private String cut(Font font, String text, double room) {
    if (measured(font, text) <= room) {
      return text;
    }
    int low = 0;
    int high = text.codePointCount(0, text.length());
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (measured(font, head(text, middle) + ELLIPSIS) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return head(text, low).stripTrailing() + ELLIPSIS;
  }

  private static String head(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  private double measured(Font font, String text) {
    probe.setFont(font);
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }

  /** Forgets what was asked for longest ago. */
  private static final class Remembered<V> extends LinkedHashMap<Question, V> {
    private static final long serialVersionUID = 1;

    Remembered() {
      super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Question, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
