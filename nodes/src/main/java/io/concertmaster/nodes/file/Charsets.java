package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/**
 * Encodings of text by the names that people and programs use for them. What is no text in its
 * encoding is an error, never a � in the place of what stood there.
 */
final class Charsets {
  private Charsets() {}

  static Charset of(String name) throws NodeException {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "", "utf8", "utf-8" -> StandardCharsets.UTF_8;
      case "latin1", "binary" -> StandardCharsets.ISO_8859_1;
      case "ascii" -> StandardCharsets.US_ASCII;
      case "utf16le", "utf-16le", "ucs2", "ucs-2" -> StandardCharsets.UTF_16LE;
      case "utf16be", "utf-16be" -> StandardCharsets.UTF_16BE;
      case "utf16", "utf-16" -> StandardCharsets.UTF_16;
      default -> named(name, plain);
    };
  }

  /** Reads text; bytes that are none of the encoding are a {@link CharacterCodingException}. */
  static Reader reader(InputStream bytes, Charset charset) {
    return new InputStreamReader(bytes, decoder(charset));
  }

  /**
   * The text of bytes.
   *
   * @throws CharacterCodingException where they are no text in this encoding
   */
  static String text(byte[] bytes, Charset charset) throws CharacterCodingException {
    return decoder(charset).decode(ByteBuffer.wrap(bytes)).toString();
  }

  /**
   * The bytes of a text.
   *
   * @throws NodeException where the encoding has no place for a character, which it names
   */
  static byte[] bytes(String text, Charset charset) throws NodeException {
    CharsetEncoder encoder = charset.newEncoder();
    boolean unicode = charset.name().startsWith("UTF-"); // half a character is written as “?” there
    for (int at = 0; !unicode && at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      String character = text.substring(at, text.offsetByCodePoints(at, 1));
      if (!encoder.canEncode(character)) {
        throw new NodeException(
                "“" + character + "” cannot be written in " + charset.name() + ": choose UTF-8")
            .atProperty("charset");
      }
    }
    return text.getBytes(charset);
  }

  private static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * Tells of a file that is no text in its encoding.
   *
   * @param name the file's name
   * @param line the last line that could be read, 0 where that is not known
   */
  static NodeException wrong(
      String name, long line, Charset charset, CharacterCodingException cause) {
    String other =
        charset.equals(StandardCharsets.UTF_8)
            ? "for files of Excel and of Windows that is often windows-1252"
            : "the usual one is UTF-8";
    return new NodeException(
            "“"
                + name
                + "” is not written in "
                + charset.name()
                + (line > 0 ? " (somewhere after line " + line + ")" : "")
                + ": set its “Encoding”; "
                + other,
            cause)
        .atProperty("charset");
  }

  private static Charset named(String name, String plain) throws NodeException {
    String java = plain.matches("(win|cp)\\d+") ? plain.replaceAll("\\D+", "windows-") : plain;
    try {
      return Charset.forName(java);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new NodeException("The encoding “" + name + "” is not known: choose another", e)
          .atProperty("charset");
    }
  }
}
