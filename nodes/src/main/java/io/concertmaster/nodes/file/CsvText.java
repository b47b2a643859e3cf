package io.concertmaster.nodes.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text of a delimited file: a byte order mark decides its encoding and is left out, bytes that
 * are none of its encoding are an error, and its end is remembered, for by it a quote is known that
 * nobody closed.
 */
final class CsvText extends Reader {
  /** Byte order marks; the longer come before those that begin like them. */
  private static final Map<Charset, byte[]> MARKS = marks();

  private final Reader text;
  private char last;
  private char beforeLast;
  private char third;

  private CsvText(Reader text) {
    this.text = text;
  }

  /** The text of bytes from where they stand. */
  static CsvText of(BufferedInputStream bytes, Charset charset) throws IOException {
    return new CsvText(Charsets.reader(bytes, marked(bytes, charset)));
  }

  /** The encoding that a byte order mark says, which is skipped; else the one given. */
  private static Charset marked(BufferedInputStream bytes, Charset charset) throws IOException {
    for (Map.Entry<Charset, byte[]> mark : MARKS.entrySet()) {
      if (startsWith(bytes, mark.getValue())) {
        bytes.skipNBytes(mark.getValue().length);
        return mark.getKey();
      }
    }
    return charset;
  }

  /** Whether a byte order mark of UTF-8 comes first; the stream is left where it was. */
  static boolean isMarkedUtf8(BufferedInputStream bytes) throws IOException {
    return startsWith(bytes, mark(StandardCharsets.UTF_8));
  }

  private static boolean startsWith(InputStream bytes, byte[] mark) throws IOException {
    bytes.mark(mark.length);
    byte[] start = bytes.readNBytes(mark.length);
    bytes.reset();
    return Arrays.equals(start, mark);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = text.read(buffer, offset, length);
    for (int at = Math.max(0, count - 3); at < count; at++) {
      third = beforeLast;
      beforeLast = last;
      last = buffer[offset + at];
    }
    return count;
  }

  /** Whether the text that was read, but for a line break at its end, ends with this character. */
  boolean endsWith(char wanted) {
    if (last == '\n') {
      return (beforeLast == '\r' ? third : beforeLast) == wanted;
    }
    return (last == '\r' ? beforeLast : last) == wanted;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static byte[] mark(Charset charset) {
    return "\uFEFF".getBytes(charset);
  }

  private static Map<Charset, byte[]> marks() {
    Map<Charset, byte[]> marks = new LinkedHashMap<>();
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_32LE,
          StandardCharsets.UTF_32BE,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE
        }) {
      marks.put(charset, mark(charset));
    }
    return marks;
  }
}
