package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.library.regexp.RegExpStrings;
import io.concertmaster.model.expression.library.regexp.RegExpValue;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JavaScript's methods of texts that look for a text in them (ECMA-262 §22.1.3). */
final class StringSearches {
  private StringSearches() {}

  static Map<String, Method<String>> table() {
    return Map.ofEntries(
        Map.entry("match", (f, s, a) -> RegExpStrings.match(f, s, a)),
        Map.entry("matchAll", (f, s, a) -> RegExpStrings.matchAll(f, s, a)),
        Map.entry("search", (f, s, a) -> RegExpStrings.search(f, s, a)),
        Map.entry("indexOf", StringSearches::indexOf),
        Map.entry("lastIndexOf", StringSearches::lastIndexOf),
        Map.entry("includes", StringSearches::includes),
        Map.entry("startsWith", StringSearches::startsWith),
        Map.entry("endsWith", StringSearches::endsWith),
        Map.entry("split", StringSearches::split),
        Map.entry("replace", (f, s, a) -> replace(f, s, a, false)),
        Map.entry("replaceAll", (f, s, a) -> replace(f, s, a, true)));
  }

  private static int position(Frame frame, @Nullable Object[] a, int length, int otherwise) {
    return Math.clamp(Arguments.integer(frame, a, 1, otherwise), 0, length);
  }

  private static Object indexOf(Frame frame, String self, @Nullable Object[] a) {
    String sought = Arguments.text(frame, a, 0);
    return (long) Search.first(frame, self, sought, position(frame, a, self.length(), 0));
  }

  private static Object lastIndexOf(Frame frame, String self, @Nullable Object[] a) {
    String sought = Arguments.text(frame, a, 0);
    double position = Conversions.number(frame, Arguments.at(a, 1));
    int from =
        Double.isNaN(position) ? self.length() : Math.clamp((long) position, 0, self.length());
    return (long) Search.last(frame, self, sought, from);
  }

  private static Object includes(Frame frame, String self, @Nullable Object[] a) {
    String sought = Arguments.text(frame, a, 0);
    return Search.first(frame, self, sought, position(frame, a, self.length(), 0)) >= 0;
  }

  private static Object startsWith(Frame frame, String self, @Nullable Object[] a) {
    String sought = Arguments.text(frame, a, 0);
    frame.chargeScan(sought.length());
    return self.startsWith(sought, position(frame, a, self.length(), 0));
  }

  private static Object endsWith(Frame frame, String self, @Nullable Object[] a) {
    String sought = Arguments.text(frame, a, 0);
    frame.chargeScan(sought.length());
    int end = position(frame, a, self.length(), self.length());
    return end >= sought.length() && self.startsWith(sought, end - sought.length());
  }

  private static Object split(Frame frame, String self, @Nullable Object[] a) {
    long most =
        Arguments.has(a, 1)
            ? Integer.toUnsignedLong(
                io.concertmaster.model.expression.runtime.Operators.int32(frame, a[1]))
            : 4294967295L;
    List<String> parts = new ArrayList<>();
    if (most == 0) {
      return StringMethods.list(frame, parts);
    }
    if (!Arguments.has(a, 0)) {
      return StringMethods.list(frame, List.of(self));
    }
    if (a[0] instanceof RegExpValue regex) {
      return RegExpStrings.split(frame, self, regex, most);
    }
    String separator = Arguments.text(frame, a, 0);
    frame.chargeText(self.length());
    if (separator.isEmpty()) {
      int count = (int) Math.min(most, self.length());
      frame.chargeArray(count);
      for (int i = 0; i < count; i++) {
        parts.add(String.valueOf(self.charAt(i)));
      }
      return StringMethods.list(frame, parts);
    }
    Search search = new Search(frame, self, separator);
    int from = 0;
    for (int at = search.next(0); at >= 0 && parts.size() < most; at = search.next(from)) {
      parts.add(self.substring(from, at));
      from = at + separator.length();
      if (parts.size() > Frame.LONGEST_ARRAY) {
        frame.chargeArray(parts.size());
      }
    }
    if (parts.size() < most) {
      parts.add(self.substring(from));
    }
    return StringMethods.list(frame, parts);
  }

  private static Object replace(
      Frame frame, String self, @Nullable Object[] a, boolean everywhere) {
    if (Arguments.at(a, 0) instanceof RegExpValue regex) {
      return RegExpStrings.replace(frame, self, regex, a, everywhere);
    }
    String sought = Arguments.text(frame, a, 0);
    JsFunction function = Arguments.at(a, 1) instanceof JsFunction f ? f : null;
    String pattern = function == null ? Arguments.text(frame, a, 1) : "";
    StringBuilder text = new StringBuilder();
    Search search = new Search(frame, self, sought);
    int from = 0;
    for (int at = search.next(0); at >= 0; ) {
      int before = text.length();
      text.append(self, from, at);
      if (function == null) {
        expand(frame, text, pattern, self, at, sought.length());
      } else {
        text.append(
            Conversions.text(
                frame, function.call(frame, new @Nullable Object[] {sought, (long) at, self})));
      }
      frame.chargeText(text.length() - before);
      if (text.length() > Frame.LONGEST_STRING) {
        frame.chargeText(text.length());
      }
      from = at + sought.length();
      int next = sought.isEmpty() ? at + 1 : from;
      at = everywhere && next <= self.length() ? search.next(next) : -1;
    }
    text.append(self, from, self.length());
    frame.chargeText(text.length());
    return text.toString();
  }

  /** GetSubstitution (ECMA-262 §22.1.3.19.1) for a match without groups. */
  private static void expand(
      Frame frame, StringBuilder text, String pattern, String self, int at, int length) {
    int start = text.length();
    int i = 0;
    while (i < pattern.length()) {
      char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
      if (pattern.charAt(i) != '$' || "$&`'".indexOf(next) < 0) {
        text.append(pattern.charAt(i));
        i++;
        continue;
      }
      switch (next) {
        case '$' -> text.append('$');
        case '&' -> text.append(self, at, at + length);
        case '`' -> text.append(self, 0, at);
        default -> text.append(self, at + length, self.length());
      }
      i += 2;
      frame.chargeText((long) text.length() - start);
    }
  }
}
