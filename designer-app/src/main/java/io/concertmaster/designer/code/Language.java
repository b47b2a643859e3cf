package io.concertmaster.designer.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The languages that the editor colours. The patterns find what is worth a colour and no more: they
 * judge nothing, so that half-typed text stays readable.
 */
public enum Language {
  /** Nothing is coloured. */
  PLAIN("(?!)"),
  JSON(
      "(?<comment>^//[^\\n]*)|(?<key>\"(?:[^\"\\\\\\n]|\\\\.)*\"(?=\\s*:))|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\"?)"
          + "|(?<number>-?\\b\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\b)"
          + "|(?<keyword>\\b(?:true|false|null)\\b)"),
  JAVASCRIPT(
      "(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))"
          + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?|`(?:[^`\\\\]|\\\\.)*`?)"
          + "|(?<number>\\b\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\b)|(?<variable>\\$\\w*)"
          + "|(?<keyword>\\b(?:true|false|null|undefined|new|typeof|instanceof|in|of|const|let|var"
          + "|function|return|if|else|for|while|switch|case|break|continue|try|catch|throw)\\b)"),
  SQL(
      "(?<comment>--[^\\n]*|/\\*(?s:.*?)(?:\\*/|$))|(?<string>'(?:[^']|'')*'?)|(?<key>\"[^\"]*\"?)"
          + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)|(?<variable>[:$]\\w+|\\?\\d*)"
          + "|(?<keyword>\\b(?i:select|from|where|and|or|not|in|is|null|like|between|exists|join|left"
          + "|right|full|inner|outer|cross|on|using|group|by|order|having|limit|offset|asc|desc|as"
          + "|distinct|all|union|except|intersect|insert|into|values|update|set|delete|create|table"
          + "|view|index|drop|alter|add|primary|key|foreign|references|default|unique|check|case|when"
          + "|then|else|end|cast|with|recursive|returning|conflict|do|nothing|true|false|begin"
          + "|commit|rollback|if|collate|over|partition)\\b)"),
  MARKDOWN(
      "(?<keyword>^#{1,6} [^\\n]*|^\\s*[-*] )|(?<string>`[^`\\n]*`)|(?<key>\\*\\*[^*\\n]+\\*\\*)"),
  /** Text with JavaScript in {@code {{ … }}}: a parameter without its leading {@code =}. */
  TEMPLATE("(?!)");

  private final Pattern pattern;

  Language(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.MULTILINE);
  }

  /** The language of a name in a property's schema; plain where it is not known. */
  public static Language named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "json" -> JSON;
      case "sql" -> SQL;
      case "javascript" -> JAVASCRIPT;
      case "markdown" -> MARKDOWN;
      default -> PLAIN;
    };
  }

  /** The coloured parts of a text, in order, none over another. */
  public List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    if (this == TEMPLATE) {
      templateTokens(text, tokens);
    } else {
      addTokens(text, 0, tokens);
    }
    return tokens;
  }

  private static void templateTokens(String text, List<Token> tokens) {
    int from = 0;
    int open;
    while ((open = text.indexOf("{{", from)) >= 0) {
      int close = text.indexOf("}}", open + 2);
      int end = close < 0 ? text.length() : close;
      tokens.add(new Token(open, open + 2, "brace"));
      JAVASCRIPT.addTokens(text.substring(open + 2, end), open + 2, tokens);
      if (close < 0) {
        return;
      }
      tokens.add(new Token(close, close + 2, "brace"));
      from = close + 2;
    }
  }

  private void addTokens(String text, int shift, List<Token> tokens) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (String group : pattern.namedGroups().keySet()) {
        if (matcher.start(group) >= 0 && matcher.end() > matcher.start()) {
          tokens.add(new Token(shift + matcher.start(), shift + matcher.end(), group));
          break;
        }
      }
    }
  }

  /**
   * A coloured part of a text.
   *
   * @param start its first character, from 0
   * @param end the character after its last
   * @param style the CSS class that colours it
   */
  public record Token(int start, int end, String style) {}
}
