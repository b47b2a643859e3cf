package io.concertmaster.model.expression.syntax;

import io.concertmaster.model.expression.runtime.NumberReading;
import java.util.Set;

/** Which characters make names, and which names are reserved. */
final class Characters {
  private static final Set<String> KEYWORDS =
      Set.of(
          "await",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "export",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "if",
          "import",
          "in",
          "instanceof",
          "new",
          "null",
          "return",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "var",
          "void",
          "while",
          "with",
          "yield");

  private Characters() {}

  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  static boolean startsName(int c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || c == '_'
        : Character.isUnicodeIdentifierStart(c);
  }

  static boolean continuesName(int c) {
    return startsName(c)
        || (c >= '0' && c <= '9')
        || c == 0x200C
        || c == 0x200D
        || (c >= 128
            && Character.isUnicodeIdentifierPart(c)
            && !Character.isIdentifierIgnorable(c));
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }

  static boolean isSpace(int c) {
    return NumberReading.isSpace(c);
  }
}
