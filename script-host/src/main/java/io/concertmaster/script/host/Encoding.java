package io.concertmaster.script.host;

import io.concertmaster.model.expression.runtime.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * How a Buffer's bytes are written as text, by Node.js's names. Reading forgives as Node.js does.
 */
enum Encoding {
  UTF8,
  UTF16LE,
  LATIN1,
  ASCII,
  BASE64,
  BASE64URL,
  HEX;

  /** The encoding of a name, in any case. */
  static Optional<Encoding> named(String name) {
    return Optional.ofNullable(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "utf8", "utf-8" -> UTF8;
          case "utf16le", "utf-16le", "ucs2", "ucs-2" -> UTF16LE;
          case "latin1", "binary" -> LATIN1;
          case "ascii" -> ASCII;
          case "base64" -> BASE64;
          case "base64url" -> BASE64URL;
          case "hex" -> HEX;
          default -> null;
        });
  }

  static Encoding of(String name) {
    return named(name)
        .orElseThrow(() ->
            Failure.type(
                "Unknown encoding: "
                    + name
                    + " (utf8, utf16le, latin1, ascii, base64, base64url, hex)"));
  }

  /** The bytes that a text stands for. */
  byte[] bytes(String text) {
    return switch (this) {
      case UTF8 -> utf8(text);
      case UTF16LE -> text.getBytes(StandardCharsets.UTF_16LE);
      case LATIN1, ASCII -> units(text);
      case BASE64, BASE64URL -> base64(text);
      case HEX -> hex(text);
    };
  }

  /** The text for bytes. */
  String text(byte[] bytes) {
    return switch (this) {
      case UTF8 -> new String(bytes, StandardCharsets.UTF_8);
      case UTF16LE -> units(bytes);
      case LATIN1 -> new String(bytes, StandardCharsets.ISO_8859_1);
      case ASCII -> ascii(bytes);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      case HEX -> HexFormat.of().formatHex(bytes);
    };
  }

  /** UTF-8; a surrogate that stands alone becomes U+FFFD. */
  private static byte[] utf8(String text) {
    StringBuilder mended = null;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        i++;
      } else {
        mended = mended == null ? new StringBuilder(text) : mended;
        mended.setCharAt(i, '\uFFFD');
      }
    }
    return (mended == null ? text : mended.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] units(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  private static String units(byte[] bytes) {
    char[] units = new char[bytes.length / 2];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] & 0xFF) << 8);
    }
    return new String(units);
  }

  private static String ascii(byte[] bytes) {
    char[] units = new char[bytes.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) (bytes[i] & 0x7F);
    }
    return new String(units);
  }

  /** Both alphabets; what belongs to neither is left out, and = ends the text. */
  private static byte[] base64(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 3 / 4 + 3);
    int bits = 0;
    int many = 0;
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      int six = six(text.charAt(i));
      if (six < 0) {
        continue;
      }
      bits = (bits << 6 | six) & 0xFFFF;
      many += 6;
      if (many >= 8) {
        many -= 8;
        bytes.write(bits >> many);
      }
    }
    return bytes.toByteArray();
  }

  private static int six(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }

  /** Pairs of digits, up to the first that is none. */
  private static byte[] hex(String text) {
    int pairs = 0;
    while (2 * pairs + 1 < text.length()
        && HexFormat.isHexDigit(text.charAt(2 * pairs))
        && HexFormat.isHexDigit(text.charAt(2 * pairs + 1))) {
      pairs++;
    }
    return HexFormat.of().parseHex(text, 0, 2 * pairs);
  }
}
