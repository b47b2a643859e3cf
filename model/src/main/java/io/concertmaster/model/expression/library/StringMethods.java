package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.time.Locales;
import io.concertmaster.model.expression.library.time.Options;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.NumberReading;
import io.concertmaster.node.data.JsonArray;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JavaScript's methods of texts that cut, pad and change them (ECMA-262 §22.1.3). */
final class StringMethods {
  private static final Map<String, Method<String>> TABLE = fill();

  private StringMethods() {}

  static Map<String, Method<String>> table() {
    return TABLE;
  }

  private static Map<String, Method<String>> fill() {
    Map<String, Method<String>> t = new HashMap<>();
    t.put("toString", (f, s, a) -> s);
    t.put("valueOf", (f, s, a) -> s);
    t.put("hasOwnProperty", (f, s, a) -> hasOwn(s, Arguments.text(f, a, 0)));
    t.put("charAt", StringMethods::charAt);
    t.put("at", StringMethods::at);
    t.put("charCodeAt", StringMethods::charCodeAt);
    t.put("codePointAt", StringMethods::codePointAt);
    t.put("slice", StringMethods::slice);
    t.put("substring", StringMethods::substring);
    t.put("substr", StringMethods::substr);
    t.put("toUpperCase", (f, s, a) -> made(f, s.toUpperCase(Locale.ROOT)));
    t.put("toLowerCase", (f, s, a) -> made(f, s.toLowerCase(Locale.ROOT)));
    t.put("toLocaleUpperCase", (f, s, a) -> made(f, s.toUpperCase(cases(f, a))));
    t.put("toLocaleLowerCase", (f, s, a) -> made(f, s.toLowerCase(cases(f, a))));
    t.put("trim", (f, s, a) -> made(f, NumberReading.trim(s, true, true)));
    t.put("trimStart", (f, s, a) -> made(f, NumberReading.trim(s, true, false)));
    t.put("trimEnd", (f, s, a) -> made(f, NumberReading.trim(s, false, true)));
    t.put("trimLeft", t.get("trimStart"));
    t.put("trimRight", t.get("trimEnd"));
    t.put("padStart", (f, s, a) -> padding(f, s, a) + s);
    t.put("padEnd", (f, s, a) -> s + padding(f, s, a));
    t.put("repeat", StringMethods::repeat);
    t.put("concat", StringMethods::concat);
    t.put("normalize", StringMethods::normalize);
    t.put("localeCompare", StringMethods::localeCompare);
    t.put("isWellFormed", (f, s, a) -> wellFormed(f, s).equals(s));
    t.put("toWellFormed", (f, s, a) -> wellFormed(f, s));
    return Map.copyOf(t);
  }

  private static String made(Frame frame, String text) {
    frame.chargeText(text.length());
    return text;
  }

  private static Locale cases(Frame frame, @Nullable Object[] a) {
    return Arguments.has(a, 0) ? Locales.argument(frame, a[0]) : Locale.ROOT;
  }

  private static boolean hasOwn(String self, String name) {
    if (name.equals("length")) {
      return true;
    }
    double index = NumberReading.number(name);
    return index >= 0 && index < self.length() && name.equals(Long.toString((long) index));
  }

  private static Object charAt(Frame frame, String self, @Nullable Object[] a) {
    long index = Arguments.integer(frame, a, 0, 0);
    return index >= 0 && index < self.length() ? String.valueOf(self.charAt((int) index)) : "";
  }

  private static Object at(Frame frame, String self, @Nullable Object[] a) {
    long index = Arguments.integer(frame, a, 0, 0);
    long place = index < 0 ? self.length() + index : index;
    return place >= 0 && place < self.length()
        ? String.valueOf(self.charAt((int) place))
        : Undefined.VALUE;
  }

  private static Object charCodeAt(Frame frame, String self, @Nullable Object[] a) {
    long index = Arguments.integer(frame, a, 0, 0);
    return index >= 0 && index < self.length()
        ? (Object) (long) self.charAt((int) index)
        : Double.NaN;
  }

  private static Object codePointAt(Frame frame, String self, @Nullable Object[] a) {
    long index = Arguments.integer(frame, a, 0, 0);
    return index >= 0 && index < self.length()
        ? (Object) (long) self.codePointAt((int) index)
        : Undefined.VALUE;
  }

  private static Object slice(Frame frame, String self, @Nullable Object[] a) {
    int from = Arguments.relative(frame, a, 0, self.length(), 0);
    int to = Arguments.relative(frame, a, 1, self.length(), self.length());
    return made(frame, from < to ? self.substring(from, to) : "");
  }

  private static Object substring(Frame frame, String self, @Nullable Object[] a) {
    int length = self.length();
    int one = Math.clamp(Arguments.integer(frame, a, 0, 0), 0, length);
    int other = Math.clamp(Arguments.integer(frame, a, 1, length), 0, length);
    return made(frame, self.substring(Math.min(one, other), Math.max(one, other)));
  }

  private static Object substr(Frame frame, String self, @Nullable Object[] a) {
    int from = Arguments.relative(frame, a, 0, self.length(), 0);
    long count = Math.clamp(Arguments.integer(frame, a, 1, self.length()), 0, self.length());
    int to = (int) Math.min(from + count, self.length());
    return made(frame, self.substring(from, Math.max(from, to)));
  }

  private static String padding(Frame frame, String self, @Nullable Object[] a) {
    long wanted = Arguments.integer(frame, a, 0, 0);
    String filler = Arguments.has(a, 1) ? Arguments.text(frame, a, 1) : " ";
    long missing = wanted - self.length();
    if (missing <= 0 || filler.isEmpty()) {
      return "";
    }
    frame.chargeText(wanted);
    int count = (int) missing;
    return filler.repeat(count / filler.length()) + filler.substring(0, count % filler.length());
  }

  private static Object repeat(Frame frame, String self, @Nullable Object[] a) {
    double wanted = Conversions.number(frame, Arguments.at(a, 0));
    if (wanted <= -1 || Double.isInfinite(wanted)) {
      throw Failure.raised(Kind.RANGE, "repeat() needs a count from 0 on");
    }
    long count = (long) wanted;
    if (self.isEmpty() || count == 0) {
      return "";
    }
    frame.chargeText(
        count > Frame.LONGEST_STRING ? count : Math.multiplyExact(self.length(), count));
    return self.repeat((int) count);
  }

  private static Object concat(Frame frame, String self, @Nullable Object[] a) {
    StringBuilder text = new StringBuilder(self);
    for (Object part : a) {
      String added = Conversions.text(frame, part);
      frame.chargeText((long) text.length() + added.length());
      text.append(added);
    }
    return text.toString();
  }

  private static Object normalize(Frame frame, String self, @Nullable Object[] a) {
    String form = Arguments.has(a, 0) ? Arguments.text(frame, a, 0) : "NFC";
    frame.chargeText(self.length() * 4L);
    return switch (form) {
      case "NFC", "NFD", "NFKC", "NFKD" ->
          made(frame, Normalizer.normalize(self, Normalizer.Form.valueOf(form)));
      default -> throw Failure.raised(Kind.RANGE, "normalize() knows NFC, NFD, NFKC and NFKD");
    };
  }

  private static Object localeCompare(Frame frame, String self, @Nullable Object[] a) {
    String other = Arguments.text(frame, a, 0);
    frame.chargeText((self.length() + other.length()) * 2L);
    return (long) TextOrder.of(Options.at(frame, a, 2)).compare(self, other);
  }

  private static String wellFormed(Frame frame, String self) {
    StringBuilder text = new StringBuilder(self.length());
    self.codePoints().forEach(c -> text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return made(frame, text.toString());
  }

  /** A list of texts. */
  static JsonArray list(Frame frame, java.util.List<String> parts) {
    frame.chargeArray(parts.size());
    return parts.isEmpty() ? JsonArray.of() : JsonArray.ofValues(parts.toArray());
  }
}
