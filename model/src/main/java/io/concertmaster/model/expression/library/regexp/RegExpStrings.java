package io.concertmaster.model.expression.library.regexp;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.Iteration;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of texts that take a regular expression (ECMA-262 §22.2.6). */
public final class RegExpStrings {
  private RegExpStrings() {}

  private static RegExpValue pattern(Frame frame, @Nullable Object[] a, String flags) {
    Object given = Arguments.at(a, 0);
    return given instanceof RegExpValue regex
        ? regex
        : RegExpFunctions.make(
            frame, given == Undefined.VALUE ? "" : Conversions.text(frame, given), flags);
  }

  /** {@code match}. */
  public static @Nullable Object match(Frame frame, String self, @Nullable Object[] a) {
    RegExpValue regex = pattern(frame, a, "");
    if (!regex.flags().global()) {
      return regex.exec(frame, self);
    }
    List<@Nullable Object> found = new ArrayList<>();
    for (int[] match : all(frame, regex, self)) {
      found.add(self.substring(match[0], match[1]));
    }
    return found.isEmpty() ? null : JsonArray.ofValues(found.toArray());
  }

  /** {@code matchAll}: an iterator over the matches. */
  public static Object matchAll(Frame frame, String self, @Nullable Object[] a) {
    RegExpValue regex = pattern(frame, a, "g");
    if (!regex.flags().global()) {
      throw Failure.type("matchAll() needs the flag g");
    }
    List<@Nullable Object> found = new ArrayList<>();
    for (int[] match : all(frame, regex, self)) {
      found.add(regex.value(frame, self, match));
    }
    return Iteration.over("RegExp String Iterator", JsonArray.ofValues(found.toArray()));
  }

  /** All matches one after the other. */
  private static List<int[]> all(Frame frame, RegExpValue regex, String text) {
    List<int[]> all = new ArrayList<>();
    Matching matching = new Matching(frame, regex.program(), text);
    int at = 0;
    while (at <= text.length()) {
      int[] match = regex.flags().sticky() ? matching.at(at) : matching.from(at);
      if (match == null) {
        break;
      }
      all.add(match);
      frame.charge(match.length);
      if (all.size() > Frame.LONGEST_ARRAY) {
        frame.chargeArray(all.size());
      }
      at = match[1] == match[0] ? next(regex, text, match[1]) : match[1];
    }
    regex.lastIndex(0);
    return all;
  }

  private static int next(RegExpValue regex, String text, int at) {
    boolean pair =
        regex.flags().unicode()
            && at + 1 < text.length()
            && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    return at + (pair ? 2 : 1);
  }

  /** {@code search}. */
  public static Object search(Frame frame, String self, @Nullable Object[] a) {
    RegExpValue regex = pattern(frame, a, "");
    Matching matching = new Matching(frame, regex.program(), self);
    int[] match = regex.flags().sticky() ? matching.at(0) : matching.from(0);
    return match == null ? -1L : (long) match[0];
  }

  /** {@code split}. */
  public static Object split(Frame frame, String self, RegExpValue regex, long most) {
    List<@Nullable Object> parts = new ArrayList<>();
    Matching matching = new Matching(frame, regex.program(), self);
    if (self.isEmpty()) {
      return matching.at(0) == null && most > 0 ? JsonArray.of(self) : JsonArray.of();
    }
    int from = 0;
    int at = 0;
    while (at < self.length() && parts.size() < most) {
      int[] match = matching.from(at);
      if (match == null || match[0] >= self.length()) {
        break;
      }
      if (match[1] == from) {
        at = next(regex, self, match[0]);
        continue;
      }
      parts.add(self.substring(from, match[0]));
      for (int group = 1; group * 2 < match.length && parts.size() < most; group++) {
        parts.add(RegExpValue.group(self, match, group));
      }
      from = match[1];
      at = from;
      frame.chargeArray(1);
    }
    if (parts.size() < most) {
      parts.add(self.substring(from));
    }
    frame.chargeArray(parts.size());
    return parts.isEmpty() ? JsonArray.of() : JsonArray.ofValues(parts.toArray());
  }

  /** {@code replace}, and {@code replaceAll}, which needs the flag g. */
  public static Object replace(
      Frame frame, String self, RegExpValue regex, @Nullable Object[] a, boolean everywhere) {
    if (everywhere && !regex.flags().global()) {
      throw Failure.type("replaceAll() needs the flag g");
    }
    JsFunction function = Arguments.at(a, 1) instanceof JsFunction f ? f : null;
    String pattern = function == null ? Arguments.text(frame, a, 1) : "";
    List<int[]> matches = new ArrayList<>();
    if (regex.flags().global()) {
      matches.addAll(all(frame, regex, self));
    } else {
      int[] match = regex.next(frame, self);
      if (match != null) {
        matches.add(match);
      }
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int[] match : matches) {
      int before = text.length();
      text.append(self, from, match[0]);
      if (function == null) {
        expand(frame, text, pattern, self, match, regex);
      } else {
        text.append(
            Conversions.text(frame, function.call(frame, arguments(frame, self, match, regex))));
      }
      from = match[1];
      frame.chargeText((long) text.length() - before);
      if (text.length() > Frame.LONGEST_STRING) {
        frame.chargeText(text.length());
      }
    }
    text.append(self, from, self.length());
    frame.chargeText(text.length());
    return text.toString();
  }

  private static @Nullable Object[] arguments(
      Frame frame, String self, int[] match, RegExpValue regex) {
    List<@Nullable Object> arguments = new ArrayList<>();
    for (int group = 0; group * 2 < match.length; group++) {
      arguments.add(RegExpValue.group(self, match, group));
    }
    arguments.add((long) match[0]);
    arguments.add(self);
    Object groups = regex.groups(frame, self, match);
    if (groups != Undefined.VALUE) {
      arguments.add(groups);
    }
    return arguments.toArray();
  }

  /** GetSubstitution (ECMA-262 §22.1.3.19.1). */
  private static void expand(
      Frame frame,
      StringBuilder text,
      String pattern,
      String self,
      int[] match,
      RegExpValue regex) {
    int start = text.length();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
      if (c != '$') {
        text.append(c);
        i++;
        continue;
      }
      i += 2;
      switch (next) {
        case '$' -> text.append('$');
        case '&' -> text.append(self, match[0], match[1]);
        case '`' -> text.append(self, 0, match[0]);
        case '\'' -> text.append(self, match[1], self.length());
        case '<' -> i = named(frame, text, pattern, self, match, regex, i);
        default -> i = numbered(text, pattern, self, match, i - 2);
      }
      frame.chargeText((long) text.length() - start);
    }
  }

  private static int named(
      Frame frame,
      StringBuilder text,
      String pattern,
      String self,
      int[] match,
      RegExpValue regex,
      int nameStart) {
    int close = pattern.indexOf('>', nameStart);
    if (close < 0 || !(regex.groups(frame, self, match) instanceof JsonObject groups)) {
      text.append("$<");
      return nameStart;
    }
    Object found = groups.get(pattern.substring(nameStart, close));
    text.append(found instanceof String value ? value : "");
    return close + 1;
  }

  private static int numbered(
      StringBuilder text, String pattern, String self, int[] match, int dollar) {
    int groups = match.length / 2;
    for (int digits = 2; digits >= 1; digits--) {
      int end = dollar + 1 + digits;
      if (end <= pattern.length()
          && pattern.substring(dollar + 1, end).chars().allMatch(CharClass::digit)) {
        int group = Integer.parseInt(pattern.substring(dollar + 1, end));
        if (group >= 1 && group < groups) {
          Object found = RegExpValue.group(self, match, group);
          text.append(found instanceof String value ? value : "");
          return end;
        }
      }
    }
    text.append('$');
    return dollar + 1;
  }
}
