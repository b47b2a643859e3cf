package io.concertmaster.model.expression.library.regexp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses classes in brackets, and the escapes that stand for one character or a class. */
final class ClassParser {
  private final String pattern;
  private final Flags flags;
  private int at;
  private Term parsed = new Term.Empty();
  private int depth;

  ClassParser(String pattern, Flags flags) {
    this.pattern = pattern;
    this.flags = flags;
  }

  /** Where the last thing that was parsed ends. */
  int end() {
    return at;
  }

  /** The class that was parsed last. */
  Term parsed() {
    return parsed;
  }

  private int peek() {
    return at < pattern.length() ? pattern.charAt(at) : -1;
  }

  /** Parses the class whose bracket opens at a place; gives its end. */
  int parse(int start) throws PatternError {
    at = start;
    parsed = new Term.OneOf(brackets());
    return at;
  }

  private CharClass brackets() throws PatternError {
    if (++depth > 50) {
      throw new PatternError("its classes nest too deeply");
    }
    at++;
    boolean negated = peek() == '^';
    at += negated ? 1 : 0;
    CharClass members = flags.sets() ? sets() : ranges();
    if (peek() != ']') {
      throw new PatternError("a class has no end: ']' is missing");
    }
    at++;
    depth--;
    CharClass folded = flags.ignoreCase() ? members.ignoringCase() : members;
    return negated ? folded.not() : folded;
  }

  private CharClass ranges() throws PatternError {
    CharClass.Builder builder = new CharClass.Builder();
    while (at < pattern.length() && peek() != ']') {
      CharClass first = peek() == '\\' ? classEscape(at) : null;
      int from = first == null ? single() : -1;
      if (peek() != '-' || pattern.startsWith("-]", at)) {
        add(builder, first, from);
        continue;
      }
      at++;
      CharClass second = peek() == '\\' ? classEscape(at) : null;
      int to = second == null ? single() : -1;
      if (first != null || second != null) {
        if (flags.unicode()) {
          throw new PatternError("a range in a class needs a character on both sides");
        }
        add(builder, first, from);
        builder.add('-', '-');
        add(builder, second, to);
      } else if (from > to) {
        throw new PatternError("a range in a class is in the wrong order");
      } else {
        builder.add(from, to);
      }
    }
    return builder.build();
  }

  private static void add(CharClass.Builder builder, @Nullable CharClass members, int single) {
    if (members == null) {
      builder.add(single, single);
    } else {
      builder.add(members);
    }
  }

  /** With the flag v: classes in classes, && and --. */
  private CharClass sets() throws PatternError {
    CharClass result = null;
    List<CharClass> union = new ArrayList<>();
    while (at < pattern.length() && peek() != ']') {
      boolean and = pattern.startsWith("&&", at);
      boolean without = pattern.startsWith("--", at);
      if (and || without) {
        at += 2;
        CharClass left = result == null ? any(union) : result;
        CharClass right = operand();
        result = and ? c -> left.has(c) && right.has(c) : c -> left.has(c) && !right.has(c);
        continue;
      }
      CharClass next = operand();
      if (peek() == '-' && !pattern.startsWith("--", at)) {
        throw new PatternError("a range in a class needs a character on both sides");
      }
      union.add(next);
    }
    return result == null ? any(union) : result;
  }

  private CharClass operand() throws PatternError {
    if (peek() == '[') {
      return brackets();
    }
    if (pattern.startsWith("\\q{", at)) {
      return quoted();
    }
    CharClass known = peek() == '\\' ? classEscape(at) : null;
    if (known != null) {
      return known;
    }
    int from = single();
    int to = from;
    if (peek() == '-' && !pattern.startsWith("--", at)) {
      at++;
      to = single();
    }
    if (from > to) {
      throw new PatternError("a range in a class is in the wrong order");
    }
    int last = to;
    return c -> c >= from && c <= last;
  }

  /** {@code \q{a|b}}: of its texts only those of one character are known. */
  private CharClass quoted() throws PatternError {
    int close = pattern.indexOf('}', at);
    String[] texts = close < 0 ? new String[0] : pattern.substring(at + 3, close).split("\\|", -1);
    CharClass.Builder builder = new CharClass.Builder();
    for (String text : texts) {
      if (text.codePointCount(0, text.length()) != 1) {
        throw new PatternError("\\q{…} is understood with single characters only");
      }
      builder.add(text.codePointAt(0), text.codePointAt(0));
    }
    at = close + 1;
    return builder.build();
  }

  private static CharClass any(List<CharClass> classes) {
    CharClass.Builder builder = new CharClass.Builder();
    classes.forEach(builder::add);
    return builder.build();
  }

  private int single() throws PatternError {
    if (at >= pattern.length()) {
      throw new PatternError("a class has no end: ']' is missing");
    }
    if (peek() == '\\') {
      if (pattern.startsWith("\\b", at)) {
        at += 2;
        return '\b';
      }
      if (pattern.startsWith("\\-", at)) {
        at += 2;
        return '-';
      }
      return character(at);
    }
    int c = flags.unicode() ? pattern.codePointAt(at) : pattern.charAt(at);
    at += flags.unicode() ? Character.charCount(c) : 1;
    return c;
  }

  /** The class for an escape such as {@code \d}; null where it stands for one character. */
  @Nullable CharClass classEscape(int place) throws PatternError {
    if (place + 1 >= pattern.length()) {
      return null;
    }
    char letter = pattern.charAt(place + 1);
    if ((letter == 'p' || letter == 'P') && flags.unicode()) {
      int close = pattern.indexOf('}', place);
      if (!pattern.startsWith("{", place + 2) || close < 0) {
        throw new PatternError("\\p needs a property: \\p{Letter}");
      }
      String name = pattern.substring(place + 3, close);
      CharClass found = CharClass.property(name);
      if (found == null) {
        throw new PatternError("there is no property \\p{" + name + "}");
      }
      at = close + 1;
      return letter == 'p' ? found : found.not();
    }
    CharClass known = CharClass.escape(letter);
    if (known != null) {
      at = place + 2;
    }
    return known;
  }

  /** The character that an escape stands for. */
  int character(int place) throws PatternError {
    at = place + 1;
    if (at >= pattern.length()) {
      throw new PatternError("a \\ stands at its end");
    }
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'f' -> '\f';
      case 'v' -> 0x0B;
      case 'c' -> control();
      case 'x' -> {
        int code = hex(2);
        yield code >= 0 ? code : strict('x');
      }
      case 'u' -> unicode();
      default -> other(c);
    };
  }

  private int control() throws PatternError {
    int letter = peek();
    if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
      at++;
      return letter % 32;
    }
    at--;
    return strict('\\');
  }

  private int strict(int otherwise) throws PatternError {
    if (flags.unicode()) {
      throw new PatternError("an escape is not complete");
    }
    return otherwise;
  }

  private int hex(int digits) {
    if (at + digits > pattern.length()) {
      return -1;
    }
    int code = 0;
    for (int i = 0; i < digits; i++) {
      char c = pattern.charAt(at + i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    at += digits;
    return code;
  }

  private int unicode() throws PatternError {
    if (flags.unicode() && peek() == '{') {
      int close = pattern.indexOf('}', at);
      String digits = close < 0 ? "" : pattern.substring(at + 1, close);
      if (!digits.matches("[0-9a-fA-F]{1,7}")
          || Integer.parseInt(digits, 16) > Character.MAX_CODE_POINT) {
        throw new PatternError("\\u{…} needs a character's number");
      }
      at = close + 1;
      return Integer.parseInt(digits, 16);
    }
    int code = hex(4);
    if (code < 0) {
      return strict('u');
    }
    if (flags.unicode()
        && Character.isHighSurrogate((char) code)
        && pattern.startsWith("\\u", at)) {
      int back = at;
      at += 2;
      int low = hex(4);
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) code, (char) low);
      }
      at = back;
    }
    return code;
  }

  private int other(char c) throws PatternError {
    if (c >= '0' && c <= '7') {
      boolean alone = c == '0' && !CharClass.digit(peek());
      if (flags.unicode() && !alone) {
        throw new PatternError("octal escapes are not allowed");
      }
      int code = c - '0';
      while (peek() >= '0' && peek() <= '7' && code * 8 + (peek() - '0') <= 0xFF && !alone) {
        code = code * 8 + (peek() - '0');
        at++;
      }
      return code;
    }
    boolean sign = "^$\\.*+?()[]{}|/".indexOf(c) >= 0;
    boolean setSign = flags.sets() && "&-!#%,:;<=>@`~".indexOf(c) >= 0;
    if (flags.unicode() && !sign && !setSign) {
      throw new PatternError("\\" + c + " means nothing");
    }
    return c;
  }
}
