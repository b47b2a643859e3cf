package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a rich text, one after the other (RTF 1.9). It is held in memory. */
final class RtfExtract {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Groups that hold no text of the document. */
  private static final Set<String> SKIPPED =
      Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "object");

  private final String text;
  private final SheetText values;
  private final SheetRows rows;
  private final StringBuilder cell = new StringBuilder();
  private final List<@Nullable Object> row = new ArrayList<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private boolean skipping;

  /** For readers without Unicode so many characters stand after one. */
  private int fallback = 1;

  private int afterUnicode;
  private long count;

  /** What holds again after a group. */
  private record Group(boolean skipping, int fallback) {}

  private RtfExtract(String text, SheetText values, SheetRows rows) {
    this.text = text;
    this.values = values;
    this.rows = rows;
  }

  static void read(InputStream bytes, SheetText values, SheetRows rows, String name)
      throws NodeException, IOException, InterruptedException {
    String text;
    try (bytes) {
      text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    if (!text.startsWith("{\\rtf")) {
      throw new NodeException("“" + name + "” is no RTF file");
    }
    new RtfExtract(text, values, rows).read();
  }

  private void read() throws NodeException, InterruptedException {
    int at = 0;
    while (at < text.length() && !rows.full()) {
      char c = text.charAt(at++);
      switch (c) {
        case '{' -> {
          afterUnicode = 0;
          groups.push(new Group(skipping, fallback));
        }
        case '}' -> {
          afterUnicode = 0;
          Group outer = groups.isEmpty() ? new Group(false, 1) : groups.pop();
          skipping = outer.skipping();
          fallback = outer.fallback();
        }
        case '\\' -> at = control(at);
        case '\r', '\n' -> {}
        default -> put(new String(new byte[] {(byte) c}, WINDOWS));
      }
    }
  }

  private void put(String piece) {
    if (afterUnicode > 0) {
      afterUnicode--;
    } else if (!skipping) {
      cell.append(piece);
    }
  }

  /** Reads what follows a backslash, and gives the place after it. */
  private int control(int at) throws NodeException, InterruptedException {
    if (at >= text.length()) {
      return at;
    }
    char c = text.charAt(at);
    if (c == '\'' && at + 2 < text.length()) {
      int code = Character.digit(text.charAt(at + 1), 16) * 16;
      put(
          new String(
              new byte[] {(byte) (code + Character.digit(text.charAt(at + 2), 16))}, WINDOWS));
      return at + 3;
    }
    if (!Character.isLetter(c)) {
      if (c == '*') {
        skipping = true;
      } else {
        put(c == '~' ? " " : String.valueOf(c));
      }
      return at + 1;
    }
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    int number = end;
    if (number < text.length() && text.charAt(number) == '-') {
      number++;
    }
    while (number < text.length() && Character.isDigit(text.charAt(number))) {
      number++;
    }
    word(text.substring(at, end), text.substring(end, number));
    return number < text.length() && text.charAt(number) == ' ' ? number + 1 : number;
  }

  private void word(String word, String number) throws NodeException, InterruptedException {
    switch (word) {
      case "cell" -> {
        row.add(values.value(cell.toString().strip()));
        cell.setLength(0);
      }
      case "row" -> {
        rows.add(++count, row.toArray());
        row.clear();
        cell.setLength(0);
      }
      case "u" -> {
        if (number.matches("-?\\d{1,6}")) {
          put(String.valueOf((char) Integer.parseInt(number)));
          afterUnicode = fallback;
        }
      }
      case "uc" -> {
        if (number.matches("\\d{1,4}")) {
          fallback = Integer.parseInt(number);
        }
      }
      case "tab" -> put("\t");
      case "line", "par" -> put("\n");
      default -> skipping |= SKIPPED.contains(word);
    }
  }
}
