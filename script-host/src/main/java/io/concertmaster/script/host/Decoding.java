package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Bytes in the encodings of texts that a TextDecoder knows (WHATWG Encoding §4.2, §8.1). */
final class Decoding {
  private static final String WESTERN = "windows-1252";

  private Decoding() {}

  /**
   * What came of bytes.
   *
   * @param used how many of them; the rest is the beginning of a character
   */
  record Decoded(String text, int used) {}

  /** The encoding that a label means. */
  static String named(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "utf8", "utf-8", "unicode-1-1-utf-8" -> "utf-8";
      case "utf-16", "utf-16le", "ucs-2", "unicode" -> "utf-16le";
      case "utf-16be" -> "utf-16be";
      case "latin1", "iso-8859-1", "iso8859-1", "l1", "ascii", "us-ascii", "cp1252", WESTERN ->
          WESTERN;
      default -> known(name);
    };
  }

  private static String known(String name) {
    try {
      return Charset.forName(name).name().toLowerCase(Locale.ROOT);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Failure.raised(Kind.RANGE, "the encoding “" + name + "” is not known");
    }
  }

  /**
   * Decodes.
   *
   * @param name that {@link #named} gave
   * @param fatal whether bytes that mean nothing fail, instead of becoming U+FFFD
   * @param last whether nothing follows
   */
  static Decoded decode(byte[] bytes, String name, boolean fatal, boolean last) {
    if (name.equals(WESTERN)) {
      return new Decoded(western(bytes), bytes.length);
    }
    CodingErrorAction action = fatal ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    CharsetDecoder decoder =
        Charset.forName(name)
            .newDecoder()
            .onMalformedInput(action)
            .onUnmappableCharacter(action)
            .replaceWith("\uFFFD");
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, last);
    if (!result.isError() && last) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      throw Failure.type("the bytes are no " + name + " at position " + in.position());
    }
    return new Decoded(out.flip().toString(), in.position());
  }

  /** Latin letters; what Windows leaves open means the control character of the same number. */
  private static String western(byte[] bytes) {
    char[] units = new String(bytes, Charset.forName(WESTERN)).toCharArray();
    String plain = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int i = 0; i < units.length; i++) {
      units[i] = units[i] == '\uFFFD' ? plain.charAt(i) : units[i];
    }
    return new String(units);
  }
}
