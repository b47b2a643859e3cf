package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.NumberReading;
import io.concertmaster.model.expression.runtime.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** n8n's methods of texts. */
final class StringExtensions {
  private static final Set<String> NO = Set.of("false", "0", "no", "");
  private static final Map<String, Method<String>> TABLE = fill();

  private StringExtensions() {}

  static Map<String, Method<String>> table() {
    return TABLE;
  }

  private static Map<String, Method<String>> fill() {
    Map<String, Method<String>> t = new HashMap<>();
    t.put("length", (f, s, a) -> (long) s.length());
    t.put("isEmpty", (f, s, a) -> s.isEmpty());
    t.put("isNotEmpty", (f, s, a) -> !s.isEmpty());
    t.put("toTitleCase", StringExtensions::titleCase);
    t.put("toInt", StringExtensions::toInt);
    t.put("toWholeNumber", StringExtensions::toInt);
    t.put("toFloat", StringExtensions::toFloat);
    t.put("toDecimalNumber", StringExtensions::toFloat);
    t.put("toNumber", StringExtensions::toNumber);
    t.put("toBoolean", (f, s, a) -> !NO.contains(s.toLowerCase(Locale.ROOT)));
    t.put("toJsonString", (f, s, a) -> new JsonText(f, "").write(s));
    t.put("parseJson", StringExtensions::parseJson);
    t.put("urlEncode", (f, s, a) -> coded(f, s, a, "encodeURI"));
    t.put("urlDecode", (f, s, a) -> coded(f, s, a, "decodeURI"));
    t.put("quote", StringExtensions::quote);
    t.put("isNumeric", (f, s, a) -> isNumeric(s));
    t.putAll(StringPatterns.table());
    t.putAll(StringCases.table());
    t.put("hash", Hashing::hash);
    t.put("toDate", StringDates::toDate);
    t.put("toDateTime", StringDates::toDateTime);
    t.put("base64Encode", StringExtensions::base64Encode);
    t.put("base64Decode", StringExtensions::base64Decode);
    return Map.copyOf(t);
  }

  private static Object titleCase(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 8L);
    return TitleCase.of(self);
  }

  private static Object toInt(Frame frame, String self, @Nullable Object[] a) {
    int radix = Math.clamp(Arguments.integer(frame, a, 0, 10), -1, 99);
    return number(NumberReading.parseInt(bare(frame, self), radix), "toInt");
  }

  private static Object toFloat(Frame frame, String self, @Nullable Object[] a) {
    if (self.indexOf(',') >= 0) {
      throw Failure.raised(
          Kind.TYPE, "toFloat() needs a point between whole and fraction, not a comma");
    }
    return number(NumberReading.parseFloat(bare(frame, self)), "toFloat");
  }

  private static Object toNumber(Frame frame, String self, @Nullable Object[] a) {
    return number(Conversions.number(frame, bare(frame, self)), "toNumber");
  }

  private static Object number(double number, String method) {
    if (Double.isNaN(number)) {
      throw Failure.raised(Kind.TYPE, method + "() cannot read a number from the text");
    }
    return Numbers.of(number);
  }

  /** The text without signs of currency. */
  private static String bare(Frame frame, String self) {
    frame.chargeText(self.length());
    StringBuilder text = new StringBuilder(self.length());
    for (int i = 0; i < self.length(); i++) {
      if (Character.getType(self.charAt(i)) != Character.CURRENCY_SYMBOL) {
        text.append(self.charAt(i));
      }
    }
    return text.toString();
  }

  private static @Nullable Object parseJson(Frame frame, String self, @Nullable Object[] a) {
    return JsonFunctions.parse(frame, self, "parseJson()");
  }

  /** With true the signs that divide a whole address stay, without they are coded too. */
  private static @Nullable Object coded(
      Frame frame, String self, @Nullable Object[] a, String function) {
    boolean whole = Conversions.truth(Arguments.at(a, 0));
    Object coding = Globals.value(whole ? function : function + "Component");
    return ((io.concertmaster.model.expression.runtime.JsFunction)
            java.util.Objects.requireNonNull(coding))
        .call(frame, new @Nullable Object[] {self});
  }

  private static Object quote(Frame frame, String self, @Nullable Object[] a) {
    String mark = Arguments.has(a, 0) ? Arguments.text(frame, a, 0) : "\"";
    frame.chargeText(self.length() * 2L + mark.length() * 2L);
    String escaped = mark.isEmpty() ? self : self.replace(mark, "\\" + mark);
    frame.chargeText(escaped.length());
    return mark + escaped + mark;
  }

  private static boolean isNumeric(String text) {
    return text.indexOf(' ') < 0
        && !Double.isNaN(NumberReading.number(text))
        && !Double.isNaN(NumberReading.parseFloat(text));
  }

  private static Object base64Encode(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length() * 4L);
    return Base64.getEncoder().encodeToString(self.getBytes(StandardCharsets.UTF_8));
  }

  private static Object base64Decode(Frame frame, String self, @Nullable Object[] a) {
    frame.chargeText(self.length());
    try {
      return new String(
          Base64.getMimeDecoder().decode(self.replace('-', '+').replace('_', '/')),
          StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Failure.raised(Kind.RANGE, "base64Decode(): the text is not Base64");
    }
  }
}
