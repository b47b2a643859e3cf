package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text without the marks of Markdown and HTML. */
final class Markdown {
  private static final int LONGEST = 200_000;

  /** What is looked for, and what of it stays. */
  private record Rule(Pattern pattern, String kept) {
    static Rule of(String pattern, String kept) {
      return new Rule(Pattern.compile(pattern, Pattern.MULTILINE), kept);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of("^ {0,3}([-*_])( {0,3}\\1){2,}\\h*$", ""),
          Rule.of("^(\\h*)(?:[*+-]|\\d\\.)\\h+", "$1"),
          Rule.of("\\n={2,}", "\n"),
          Rule.of("~{3}.*\\n", ""),
          Rule.of("~~", ""),
          Rule.of("`{3}.*\\n", ""),
          Rule.of("<[^>]*+>", ""),
          Rule.of("^[=\\-]{2,}\\h*$", ""),
          Rule.of("\\[\\^[^\\]\\n]{1,200}+\\](?:: .*$)?", ""),
          Rule.of("^\\h{0,2}\\[[^\\]\\n]{1,500}+\\]: .*$", ""),
          Rule.of("!\\[([^\\]\\n]{0,500}+)\\][\\[(][^\\])\\n]{0,500}+[\\])]", ""),
          Rule.of("\\[([^\\]\\n]{0,500}+)\\][\\[(][^\\])\\n]{0,500}+[\\])]", "$1"),
          Rule.of(">", ""),
          Rule.of("^\\h{0,3}#{1,6}\\h+(.*?)\\h*#*\\h*$", "$1"),
          Rule.of("(\\*\\*\\*|___)(?=\\S)([^*_\\n]{1,2000}+)\\1", "$2"),
          Rule.of("(\\*\\*|__)(?=\\S)([^*_\\n]{1,2000}+)\\1", "$2"),
          Rule.of("(?<![\\w*_])([*_])(?=\\S)([^*_\\n]{1,2000}+)\\1(?![\\w*_])", "$2"),
          Rule.of("(`{3,})([^`]{1,5000}+)\\1", "$2"),
          Rule.of("`([^`\\n]{1,2000}+)`", "$1"),
          Rule.of("\\n{3,}", "\n\n"));

  private Markdown() {}

  static Object remove(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 64L);
    if (self.length() > LONGEST) {
      throw Failure.raised(
          Kind.LIMIT, "removeMarkdown() takes texts of up to " + LONGEST + " characters");
    }
    String text = self;
    for (Rule rule : RULES) {
      text = rule.pattern.matcher(text).replaceAll(rule.kept);
    }
    return text;
  }
}
