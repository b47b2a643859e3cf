package io.concertmaster.model.mention;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Walks over the code of one block. It knows just enough of ECMAScript's tokens to tell code from
 * strings, templates (and the code inside these), comments and regular expressions; everything else
 * passes by. A slash begins a regular expression where an operand is expected: at the start, and
 * behind an operator, an opening bracket or a comma.
 */
final class MentionScanner {
  private static final String BEFORE_OPERAND = "(,=:[!&|?{};+-*%<>~^";

  private final String text;
  private final int end;
  private final List<Mention> found;
  private int at;

  /** The last character of code that is not white space; 0 at the start. */
  private char before;

  /** For each open template the depth of braces in the code inside it. */
  private final Deque<Integer> templates = new ArrayDeque<>();

  private int braces;

  MentionScanner(String text, int start, int end, List<Mention> found) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.found = found;
  }

  void scan() {
    while (at < end) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'' || c == '"') {
        string();
        before = c;
      } else if (c == '`') {
        at++;
        template();
      } else if (Character.isJavaIdentifierStart(c)) {
        word();
      } else if (c != '/' || division()) {
        brace(c);
      }
    }
  }

  private void brace(char c) {
    at++;
    before = c;
    if (c == '{') {
      braces++;
    } else if (c == '}' && braces == 0 && !templates.isEmpty()) {
      braces = templates.pop();
      template();
    } else if (c == '}') {
      braces--;
    }
  }

  /** Whether a slash divides; otherwise passes the comment or the regular expression. */
  private boolean division() {
    if (text.startsWith("//", at)) {
      int line = text.indexOf('\n', at);
      at = line < 0 ? end : Math.min(line, end);
      return false;
    }
    if (text.startsWith("/*", at)) {
      int close = text.indexOf("*/", at + 2);
      at = close < 0 ? end : Math.min(close + 2, end);
      return false;
    }
    if (before != 0 && BEFORE_OPERAND.indexOf(before) < 0) {
      return true;
    }
    boolean set = false;
    at++;
    while (at < end && text.charAt(at) != '\n' && (set || text.charAt(at) != '/')) {
      char c = text.charAt(at);
      set = c == '[' || (set && c != ']');
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, end);
    before = '/';
    return false;
  }

  /** The rest of a template, up to its end or to code in it. */
  private void template() {
    while (at < end) {
      char c = text.charAt(at);
      if (c == '`') {
        at++;
        before = c;
        return;
      }
      if (text.startsWith("${", at)) {
        at += 2;
        templates.push(braces);
        braces = 0;
        before = '{';
        return;
      }
      at += c == '\\' ? 2 : 1;
    }
  }

  private void word() {
    char previous = before;
    int start = at;
    while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    before = text.charAt(at - 1);
    if (previous == '.') {
      return;
    }
    if (word.equals("$")) {
      quoted('(', ')');
    } else if (word.equals("$node") && !quoted('[', ']')) {
      member();
    } else if (word.equals("return") || word.equals("typeof")) {
      before = 0;
    }
  }

  /** A string alone between brackets, which is then a mention; otherwise nothing is passed. */
  private boolean quoted(char opening, char closing) {
    int back = at;
    skipSpace();
    if (peek() == opening) {
      at++;
      skipSpace();
      int start = at;
      Optional<Mention.Form> form = form(peek());
      if (form.isPresent()) {
        String name = string();
        int after = at;
        boolean plain = form.get() != Mention.Form.TEMPLATE || !name.contains("${");
        skipSpace();
        if (plain && peek() == closing) {
          at++;
          before = closing;
          found.add(new Mention(name, form.get(), start, after));
          return true;
        }
      }
    }
    at = back;
    return false;
  }

  private void member() {
    int start = at;
    skipSpace();
    if (peek() == '.' && at + 1 < end && Character.isJavaIdentifierStart(text.charAt(at + 1))) {
      at++;
      int name = at;
      while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      found.add(new Mention(text.substring(name, at), Mention.Form.MEMBER, start, at));
      before = text.charAt(at - 1);
    } else {
      at = start;
    }
  }

  private static Optional<Mention.Form> form(char quote) {
    return switch (quote) {
      case '\'' -> Optional.of(Mention.Form.SINGLE);
      case '"' -> Optional.of(Mention.Form.DOUBLE);
      case '`' -> Optional.of(Mention.Form.TEMPLATE);
      default -> Optional.empty();
    };
  }

  /** Passes a string and gives what it says. */
  private String string() {
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < end && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && at < end) {
        escape(value);
      } else {
        value.append(c);
      }
    }
    at = Math.min(at + 1, end);
    return value.toString();
  }

  private void escape(StringBuilder value) {
    char c = text.charAt(at++);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'v' -> value.append('\u000B');
      case '\n' -> {}
      case 'x' -> code(value, 2);
      case 'u' -> {
        int close = peek() == '{' ? text.indexOf('}', at) : -1;
        if (close > 0 && close < end) {
          int digits = close - at - 1;
          at++;
          code(value, digits);
          at = close + 1;
        } else {
          code(value, 4);
        }
      }
      default -> value.append(c);
    }
  }

  private void code(StringBuilder value, int digits) {
    int stop = Math.min(at + digits, end);
    try {
      int point = Integer.parseInt(text, at, stop, 16);
      if (Character.isValidCodePoint(point)) {
        value.appendCodePoint(point);
      }
    } catch (NumberFormatException e) {
      value.append(text, at, stop);
    }
    at = stop;
  }

  private void skipSpace() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    return at < end ? text.charAt(at) : 0;
  }
}
