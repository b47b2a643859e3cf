package io.concertmaster.forms;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people write them, and as they are shown to them. */
public final class TypedNumber {
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private TypedNumber() {}

  /**
   * The number that a text means: with the language's own decimal separator or a point, and with
   * spaces anywhere. A text that means none stays a text, for the check to refuse.
   *
   * @param language a BCP 47 tag
   * @return a {@link Long}, a {@link Double}, or a {@link BigDecimal} where these are not exact
   */
  public static Object read(String text, String language) {
    char point = separator(language);
    String bare = text.replaceAll("[\\s\\u00A0\\u202F]", "");
    String plain = point != '.' && bare.indexOf('.') < 0 ? bare.replace(point, '.') : bare;
    if (!PLAIN.matcher(plain).matches()) {
      return text;
    }
    try {
      Object value = Json.parse(plain.startsWith("+") ? plain.substring(1) : withoutZeros(plain));
      return value instanceof Double near ? exact(plain, near) : value == null ? text : value;
    } catch (JsonException e) {
      return text;
    }
  }

  /** The number itself where a double would be another one. */
  private static Number exact(String plain, Double near) {
    BigDecimal written = new BigDecimal(plain);
    return Double.isFinite(near) && written.compareTo(new BigDecimal(near.toString())) == 0
        ? near
        : written;
  }

  private static String withoutZeros(String number) {
    return number.replaceFirst("^(-?)0+(?=\\d)", "$1");
  }

  /** A number as it is shown in a field, in a language given by a BCP 47 tag. */
  public static String show(Object number, String language) {
    String text = number instanceof Number ? Json.write(number) : String.valueOf(number);
    return number instanceof Number ? text.replace('.', separator(language)) : text;
  }

  private static char separator(String language) {
    return DecimalFormatSymbols.getInstance(Locale.forLanguageTag(language)).getDecimalSeparator();
  }
}
