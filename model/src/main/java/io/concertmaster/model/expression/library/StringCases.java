package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** n8n's methods that write a text in another way: cases, plain letters, without marks. */
final class StringCases {
  private static final Pattern SENTENCE = Pattern.compile("(^|[.!?]\\s+)(\\p{L})");
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ß", "ss"),
          Map.entry("Æ", "AE"),
          Map.entry("æ", "ae"),
          Map.entry("Ø", "O"),
          Map.entry("ø", "o"),
          Map.entry("Œ", "OE"),
          Map.entry("œ", "oe"),
          Map.entry("Þ", "TH"),
          Map.entry("þ", "th"),
          Map.entry("Ð", "D"),
          Map.entry("ð", "d"),
          Map.entry("Đ", "D"),
          Map.entry("đ", "d"),
          Map.entry("Ł", "L"),
          Map.entry("ł", "l"),
          Map.entry("Ħ", "H"),
          Map.entry("ħ", "h"),
          Map.entry("ı", "i"),
          Map.entry("ĸ", "k"),
          Map.entry("Ŋ", "N"),
          Map.entry("ŋ", "n"),
          Map.entry("Ŧ", "T"),
          Map.entry("ŧ", "t"),
          Map.entry("Ä", "Ae"),
          Map.entry("ä", "ae"),
          Map.entry("Ö", "Oe"),
          Map.entry("ö", "oe"),
          Map.entry("Ü", "Ue"),
          Map.entry("ü", "ue"));

  private StringCases() {}

  static Map<String, Method<String>> table() {
    Map<String, Method<String>> t = new HashMap<>();
    t.put("toSnakeCase", StringCases::snake);
    t.put("toSentenceCase", StringCases::sentence);
    t.put("replaceSpecialChars", StringCases::plain);
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

  private static Object plain(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 4L);
    StringBuilder text = new StringBuilder(self.length());
    String composed = Normalizer.normalize(self, Normalizer.Form.NFC);
    composed
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> text.append(LETTERS.getOrDefault(letter, ascii(letter))));
    return text.toString();
  }

  private static String ascii(String letter) {
    String bare =
        Normalizer.normalize(letter, Normalizer.Form.NFKD)
            .codePoints()
            .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return bare.chars().allMatch(c -> c < 128) ? bare : letter;
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
