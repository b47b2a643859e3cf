package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.theme.CanvasFonts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.text.Font;

/**
 * A note's text broken into lines. Of Markdown it understands, line by line: {@code # heading} and
 * a line wholly in {@code **} are bold, {@code - item} and {@code * item} get a bullet; other marks
 * of emphasis are left out, of a link its text stays, of a picture its description. The first line
 * of a text with several lines is bold even without a mark.
 */
final class NoteText {
  private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]+)\\]\\([^)]*\\)");
  private static final double INDENT = 12;
  private static final int MOST_LINES = 400;

  private NoteText() {}

  /**
   * One line as drawn.
   *
   * @param indent how far it is moved to the right
   */
  record Line(String text, boolean bold, double indent) {}

  static List<Line> lines(String markdown, double room, CanvasFonts fonts, TextFitter texts) {
    List<Line> out = new ArrayList<>();
    List<String> source = markdown.lines().toList();
    for (int i = 0; i < source.size() && out.size() < MOST_LINES; i++) {
      String line = source.get(i).strip();
      boolean heading = line.startsWith("#");
      boolean strong = line.startsWith("**") && line.endsWith("**") && line.length() > 4;
      boolean item = line.startsWith("- ") || line.startsWith("* ");
      boolean bold = heading || strong || (i == 0 && source.size() > 1 && !item);
      String plain = plain(line, heading, item);
      wrap(out, item ? "• " + plain : plain, bold, item ? INDENT : 0, room, fonts, texts);
    }
    return out;
  }

  private static String plain(String line, boolean heading, boolean item) {
    String text = line;
    if (heading) {
      text = text.replaceFirst("^#+\\s*", "");
    } else if (item) {
      text = text.substring(2).strip();
    }
    text = PICTURE.matcher(text).replaceAll("[$1]");
    text = LINK.matcher(text).replaceAll("$1");
    return text.replace("**", "").replace("__", "").replace("`", "");
  }

  private static void wrap(
      List<Line> out,
      String text,
      boolean bold,
      double indent,
      double room,
      CanvasFonts fonts,
      TextFitter texts) {
    Font font = bold ? fonts.noteBold() : fonts.note();
    StringBuilder line = new StringBuilder();
    double left = 0;
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && texts.width(font, longer) > room - left) {
        out.add(new Line(line.toString(), bold, left));
        left = indent;
        line.setLength(0);
        line.append(texts.fitted(font, word, room - left));
      } else {
        line.setLength(0);
        line.append(texts.fitted(font, longer, room - left));
      }
    }
    out.add(new Line(line.toString(), bold, left));
  }
}
