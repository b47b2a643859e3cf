package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** n8n's methods that write a text in another way: cases, plain letters, without marks. */
final class StringCases {
  private static final Pattern SENTENCE = Pattern.compile("(^|[.!?]\\s+)(\\p{L})");

  private StringCases() {}

  static Map<String, Method<String>> table() {
    Map<String, Method<String>> t = new HashMap<>();
    t.put("toSnakeCase", StringCases::snake);
    t.put("toSentenceCase", StringCases::sentence);
    t.put("replaceSpecialChars", Transliteration::plain);
    t.put("removeTags", StringCases::withoutTags);
    t.put("removeMarkdown", Markdown::remove);
    return t;
  }

  private static Object snake(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 4L);
    return self.toLowerCase(Locale.ROOT).replaceAll("[ \\-]", "_").replaceAll("[^a-z0-9_]", "");
  }

  private static Object sentence(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 4L);
    return SENTENCE
        .matcher(self.toLowerCase(Locale.ROOT))
        .replaceAll(m ->
            java.util.regex.Matcher.quoteReplacement(
                m.group(1) + m.group(2).toUpperCase(Locale.ROOT)));
  }

  private static Object withoutTags(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 2L);
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < self.length()) {
      int open = self.indexOf('<', at);
      int close = open < 0 ? -1 : self.indexOf('>', open);
      if (close < 0) {
        break;
      }
      boolean empty = close == open + 1;
      text.append(self, at, empty ? close + 1 : open);
      at = close + 1;
    }
    return text.append(self, Math.min(at, self.length()), self.length()).toString();
  }
}
