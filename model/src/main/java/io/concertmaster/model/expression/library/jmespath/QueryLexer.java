package io.concertmaster.model.expression.library.jmespath;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a query into words. */
final class QueryLexer {
  /**
   * A word.
   *
   * @param kind a sign, or {@code name}, {@code quoted}, {@code number}, {@code literal}, {@code
   *     end}
   * @param value a literal's value
   */
  record Word(String kind, String text, @Nullable Object value, int at) {}

  private static final List<String> SIGNS =
      List.of(
          "[?", "[]", "||", "&&", "==", "!=", "<=", ">=", ".", "*", "[", "]", "{", "}", "(", ")",
          ",", ":", "|", "<", ">", "!", "&", "@");

  private final String query;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private QueryLexer(String query) {
    this.query = query;
  }

  static List<Word> words(String query) throws QueryError {
    QueryLexer lexer = new QueryLexer(query);
    while (lexer.at < query.length()) {
      lexer.next();
    }
    lexer.words.add(new Word("end", "", null, query.length()));
    return lexer.words;
  }

  private void add(String kind, String text, @Nullable Object value, int start) {
    words.add(new Word(kind, text, value, start));
  }

  private void next() throws QueryError {
    char c = query.charAt(at);
    int start = at;
    if (Character.isWhitespace(c)) {
      at++;
    } else if (isLetter(c)) {
      while (at < query.length() && (isLetter(query.charAt(at)) || isDigit(query.charAt(at)))) {
        at++;
      }
      add("name", query.substring(start, at), null, start);
    } else if (isDigit(c)
        || (c == '-' && at + 1 < query.length() && isDigit(query.charAt(at + 1)))) {
      at++;
      while (at < query.length() && isDigit(query.charAt(at))) {
        at++;
      }
      if (at - start > 10) {
        throw new QueryError("the number is too large", start);
      }
      add("number", query.substring(start, at), Long.valueOf(query.substring(start, at)), start);
    } else if (c == '"') {
      String text = delimited('"');
      Object name = json(text, start);
      add("quoted", String.valueOf(name), null, start);
    } else if (c == '\'') {
      String text = delimited('\'');
      String raw = text.substring(1, text.length() - 1).replace("\\'", "'");
      add("literal", text, raw, start);
    } else if (c == '`') {
      String text = delimited('`');
      String inner = text.substring(1, text.length() - 1).replace("\\`", "`").strip();
      add("literal", text, literal(inner, start), start);
    } else {
      sign(start);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String delimited(char quote) throws QueryError {
    int start = at;
    at++;
    while (at < query.length() && query.charAt(at) != quote) {
      at += query.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= query.length()) {
      throw new QueryError("a " + quote + " is missing", start);
    }
    at++;
    return query.substring(start, at);
  }

  private static @Nullable Object json(String text, int start) throws QueryError {
    try {
      return Json.parse(text);
    } catch (JsonException e) {
      throw new QueryError("the text in quotes is not right", start);
    }
  }

  /** JSON; what is none is text, as older queries have it. */
  private static @Nullable Object literal(String text, int start) throws QueryError {
    boolean looksLikeJson =
        !text.isEmpty()
            && ("[{\"-0123456789".indexOf(text.charAt(0)) >= 0
                || text.equals("true")
                || text.equals("false")
                || text.equals("null"));
    return looksLikeJson ? json(text, start) : text;
  }

  private void sign(int start) throws QueryError {
    for (String sign : SIGNS) {
      if (query.startsWith(sign, at)) {
        at += sign.length();
        add(sign, sign, null, start);
        return;
      }
    }
    throw new QueryError("'" + query.charAt(at) + "' means nothing here", start);
  }
}
