package io.concertmaster.model.expression.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * A parameter cut into text and blocks. The first <code>}}</code> ends a block, wherever it stands;
 * a backslash before it keeps it in the block, and a backslash before <code>{{</code> keeps that in
 * the text.
 *
 * @param segments the parts in order, the leading {@code =} left out
 */
public record ParameterText(List<Segment> segments) {
  /** A part of a parameter. */
  public sealed interface Segment {
    /** Its first character. */
    int start();

    /** The character after its last. */
    int end();
  }

  /** Text as it is. */
  public record Text(String text, int start, int end) implements Segment {}

  /**
   * A block.
   *
   * @param codeStart the first character behind the braces
   * @param codeEnd the first character of the closing braces
   * @param closed whether there are closing braces
   */
  public record Block(int start, int codeStart, int codeEnd, int end, boolean closed)
      implements Segment {}

  public ParameterText {
    segments = List.copyOf(segments);
  }

  /** Cuts a parameter with a leading {@code =}. */
  public static ParameterText of(String parameter) {
    List<Segment> segments = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int textStart = 1;
    int at = 1;
    while (at < parameter.length()) {
      if (parameter.startsWith("\\{{", at)) {
        text.append("{{");
        at += 3;
      } else if (parameter.startsWith("{{", at)) {
        if (at > textStart) {
          segments.add(new Text(text.toString(), textStart, at));
          text.setLength(0);
        }
        Block block = block(parameter, at);
        segments.add(block);
        at = block.end();
        textStart = at;
      } else {
        text.append(parameter.charAt(at));
        at++;
      }
    }
    if (at > textStart) {
      segments.add(new Text(text.toString(), textStart, at));
    }
    return new ParameterText(segments);
  }

  private static Block block(String parameter, int start) {
    int close = parameter.indexOf("}}", start + 2);
    while (close > 0 && parameter.charAt(close - 1) == '\\') {
      close = parameter.indexOf("}}", close + 1);
    }
    return close < 0
        ? new Block(start, start + 2, parameter.length(), parameter.length(), false)
        : new Block(start, start + 2, close, close + 2, true);
  }

  /** Whether there is any block. */
  public boolean hasBlocks() {
    return segments.stream().anyMatch(Block.class::isInstance);
  }
}
