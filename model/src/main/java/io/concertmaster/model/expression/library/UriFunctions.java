package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** {@code encodeURIComponent} and its kin (ECMA-262 §19.2.6). */
final class UriFunctions {
  private static final String MARKS = "-_.!~*'()";
  private static final String RESERVED = ";/?:@&=+$,#";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UriFunctions() {}

  static Map<String, Object> all() {
    return Map.of(
        "encodeURIComponent",
        (JsFunction) (f, a) -> encode(f, Arguments.text(f, a, 0), MARKS),
        "encodeURI",
        (JsFunction) (f, a) -> encode(f, Arguments.text(f, a, 0), MARKS + RESERVED),
        "decodeURIComponent",
        (JsFunction) (f, a) -> decode(f, Arguments.text(f, a, 0), ""),
        "decodeURI",
        (JsFunction) (f, a) -> decode(f, Arguments.text(f, a, 0), RESERVED));
  }

  /** The text with all but letters, digits and some signs as percent and two digits a byte. */
  static String encode(Frame frame, String text, String unescaped) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || unescaped.indexOf(c) >= 0) {
        encoded.append((char) c);
        continue;
      }
      if (c >= 0xD800 && c <= 0xDFFF) {
        throw Failure.raised(Kind.RANGE, "the text holds half a character and cannot be encoded");
      }
      if (encoded.length() > Frame.LONGEST_STRING) {
        frame.chargeText(encoded.length());
      }
      for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    frame.chargeText(encoded.length());
    return encoded.toString();
  }

  private static String decode(Frame frame, String text, String kept) {
    frame.chargeText(text.length());
    StringBuilder decoded = new StringBuilder(text.length());
    byte[] bytes = new byte[4];
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c != '%') {
        decoded.append(c);
        i++;
        continue;
      }
      int first = oneByte(text, i);
      int count = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
      for (int n = 0; n < count; n++) {
        bytes[n] = (byte) oneByte(text, i + 3 * n);
      }
      String character = character(bytes, count);
      if (count == 1 && kept.indexOf(first) >= 0) {
        decoded.append(text, i, i + 3);
      } else {
        decoded.append(character);
      }
      i += 3 * count;
    }
    return decoded.toString();
  }

  private static int oneByte(String text, int at) {
    if (at + 3 > text.length()
        || text.charAt(at) != '%'
        || !HexFormat.isHexDigit(text.charAt(at + 1))
        || !HexFormat.isHexDigit(text.charAt(at + 2))) {
      throw malformed();
    }
    return HexFormat.fromHexDigits(text, at + 1, at + 3);
  }

  private static String character(byte[] bytes, int count) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, count))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  private static Failure malformed() {
    return Failure.raised(Kind.RANGE, "the text is no valid URI: a % must begin a UTF-8 byte");
  }
}
