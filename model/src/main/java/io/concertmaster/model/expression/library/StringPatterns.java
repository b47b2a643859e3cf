package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** n8n's methods that look for addresses in a text, or tell whether it is one. */
final class StringPatterns {
  private static final String HOST_LABEL = "[a-zA-Z0-9-]{1,63}+";
  private static final String IP = "\\d{1,3}(?:\\.\\d{1,3}){3}";
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}+@(?:" + HOST_LABEL + "\\.)+[A-Za-z]{2,63}");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:(?:"
              + HOST_LABEL
              + "\\.){1,50}(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9]{1,59}))"
              + "(?::\\d{1,5})?");
  private static final Pattern URL =
      Pattern.compile(
          "(?:https?|ftp|file)://(?:[^\\s/?#@]{1,256}@)?(?:localhost|"
              + IP
              + "|(?:"
              + HOST_LABEL
              + "\\.)+[A-Za-z0-9-]{2,63})(?::\\d{1,5})?(?:[/?#][^\\s\"'<>]*+)?");
  private static final Pattern HOST =
      Pattern.compile(
          "(?i)(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:[^\\s/?#@]{0,256}@)?"
              + "(localhost|"
              + IP
              + "|(?:"
              + HOST_LABEL
              + "\\.)+[a-z0-9-]{2,63})"
              + "(?::\\d{1,5})?(?:[/?#\\s].*)?",
          Pattern.DOTALL);

  private StringPatterns() {}

  static Map<String, Method<String>> table() {
    Map<String, Method<String>> t = new HashMap<>();
    t.put("isEmail", (f, s, a) -> readable(f, s) && isEmail(s));
    t.put("isDomain", (f, s, a) -> readable(f, s) && DOMAIN.matcher(s).matches());
    t.put("isUrl", (f, s, a) -> readable(f, s) && URL.matcher(s).matches());
    t.put("extractEmail", (f, s, a) -> first(f, s, EMAIL));
    t.put("extractUrl", (f, s, a) -> first(f, s, URL));
    t.put("extractDomain", StringPatterns::domain);
    t.put("extractUrlPath", StringPatterns::path);
    return t;
  }

  private static boolean readable(Frame frame, String text) {
    frame.chargeText(text.length() * 16L);
    return text.length() <= 4096;
  }

  private static boolean isEmail(String text) {
    int at = text.lastIndexOf('@');
    return EMAIL.matcher(text).matches()
        && !text.startsWith(".")
        && !text.contains("..")
        && at > 0
        && text.charAt(at - 1) != '.';
  }

  private static Object first(Frame frame, String text, Pattern pattern) {
    frame.chargeText(text.length() * 64L);
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group() : Undefined.VALUE;
  }

  private static Object domain(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 16L);
    String text = self.strip();
    Matcher email = EMAIL.matcher(text);
    if (email.find() && !text.substring(0, email.start()).contains("//")) {
      return email.group().substring(email.group().lastIndexOf('@') + 1);
    }
    Matcher url = URL.matcher(text);
    String candidate = url.find() ? url.group() : text;
    Matcher host = HOST.matcher(candidate);
    if (!host.matches()) {
      return Undefined.VALUE;
    }
    String found = host.group(1);
    String last = found.substring(found.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean name = found.matches(IP) || found.equals("localhost") || !last.matches("\\d+");
    return name ? found : Undefined.VALUE;
  }

  private static Object path(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 16L);
    if (!URL.matcher(self).matches()) {
      return Undefined.VALUE;
    }
    try {
      String path = new URI(self.replaceAll("[\\\\^`{|}]", "_")).getRawPath();
      return path == null || path.isEmpty() ? "/" : path;
    } catch (URISyntaxException e) {
      return Undefined.VALUE;
    }
  }
}
