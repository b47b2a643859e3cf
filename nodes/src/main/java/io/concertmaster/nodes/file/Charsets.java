package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Encodings of text by the names that people and programs use for them. */
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
