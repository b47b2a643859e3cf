package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/** How a delimited text is written: its delimiter and its quote. */
final class CsvDialect {
  /** Candidates, the more usual first: it wins a draw. */
  private static final char[] CANDIDATES = {',', ';', '\t', '|'};

  private static final int SAMPLE_BYTES = 1 << 16;
  private static final int SAMPLE_LINES = 20;

  private CsvDialect() {}

  /** The delimiter of a setting; empty where it is to be found out. */
  static String delimiter(String choice, String custom) throws NodeException {
    return switch (choice) {
      case "auto" -> "";
      case "comma" -> ",";
      case "semicolon" -> ";";
      case "tab" -> "\t";
      case "pipe" -> "|";
      case "custom" -> {
        if (custom.isEmpty() || custom.indexOf('\n') >= 0) {
          throw new NodeException("“Other delimiter” is empty: set it, or choose a delimiter")
              .atProperty("customDelimiter");
        }
        yield custom;
      }
      default ->
          throw new NodeException("“delimiter” cannot be “" + choice + "”").atProperty("delimiter");
    };
  }

  /** The quote of a setting. */
  static char quote(String text) throws NodeException {
    if (text.length() != 1) {
      throw new NodeException("“Quote” must be one character, not “" + text + "”")
          .atProperty("quote");
    }
    return text.charAt(0);
  }

  /**
   * Finds the delimiter out: the candidate that cuts the first lines into the same number of values
   * most consistently, and into most. The stream is left where it was.
   */
  static String guess(BufferedInputStream bytes, Charset charset, char quote, int skipLines)
      throws IOException {
    bytes.mark(SAMPLE_BYTES);
    String sample = new String(bytes.readNBytes(SAMPLE_BYTES), charset);
    bytes.reset();
    char best = CANDIDATES[0];
    long bestScore = 0;
    for (char candidate : CANDIDATES) {
      long score = score(sample, candidate, quote, skipLines);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return String.valueOf(best);
  }

  /** Lines that have as many delimiters as the first, times 1,000, plus those delimiters. */
  private static long score(String sample, char delimiter, char quote, int skipLines) {
    long[] counts = new long[SAMPLE_LINES];
    int line = -skipLines;
    boolean quoted = false;
    for (int i = 0; i < sample.length() && line < SAMPLE_LINES; i++) {
      char c = sample.charAt(i);
      if (c == quote && line >= 0) {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        line++;
      } else if (c == delimiter && !quoted && line >= 0) {
        counts[line]++;
      }
    }
    if (counts[0] == 0) {
      return 0;
    }
    int same = 0;
    for (int each = 0; each < Math.min(Math.max(line, 1), SAMPLE_LINES); each++) {
      same += counts[each] == counts[0] ? 1 : 0;
    }
    return same * 1_000L + Math.min(counts[0], 999);
  }
}
