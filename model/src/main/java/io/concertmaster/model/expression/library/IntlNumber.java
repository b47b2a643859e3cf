package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.library.time.Options;
import io.concertmaster.model.expression.runtime.Failure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * What {@code Intl.NumberFormat} does, as far as the JDK's locale data says the same: decimals,
 * percent, currencies, compact and scientific notation, grouping, digits and signs.
 */
final class IntlNumber {
  private final Locale locale;
  private final Options options;
  private final String style;

  IntlNumber(Locale locale, Options options) {
    this.locale = locale;
    this.options = options;
    this.style = options.text("style", "decimal");
  }

  String format(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    String notation = options.text("notation", "standard");
    NumberFormat format =
        switch (notation) {
          case "compact" -> compact();
          case "scientific", "engineering" -> scientific(notation);
          default -> standard();
        };
    if (!notation.equals("standard") || !options.has("maximumSignificantDigits")) {
      return signed(format, number, number);
    }
    int digits = whole("maximumSignificantDigits", 21, 1, 21);
    if (!Double.isFinite(number)) {
      return signed(format, number, number);
    }
    BigDecimal rounded =
        new BigDecimal(Double.toString(number))
            .round(new java.math.MathContext(digits, RoundingMode.HALF_UP));
    format.setMaximumFractionDigits(20);
    format.setMinimumFractionDigits(0);
    return signed(format, rounded, number);
  }

  private String signed(NumberFormat format, Number shown, double number) {
    Number exact =
        shown instanceof Double d && Double.isFinite(d) && format instanceof DecimalFormat
            ? new BigDecimal(Double.toString(d))
            : shown;
    boolean minusZero = number == 0 && 1 / number < 0;
    String text = minusZero ? "-" + format.format(0L) : format.format(exact);
    return switch (options.text("signDisplay", "auto")) {
      case "always" -> number >= 0 ? "+" + text : text;
      case "exceptZero" -> number > 0 ? "+" + text : text;
      case "never" ->
          format.format(exact instanceof BigDecimal big ? big.abs() : (Number) Math.abs(number));
      default -> text;
    };
  }

  private int whole(String name, int otherwise, int least, int most) {
    double value = options.number(name, otherwise);
    if (!(value >= least && value <= most)) {
      throw Failure.raised(Kind.RANGE, name + " is a number from " + least + " to " + most);
    }
    return (int) value;
  }

  private NumberFormat standard() {
    NumberFormat format =
        switch (style) {
          case "percent" -> NumberFormat.getPercentInstance(locale);
          case "currency" -> currency();
          default -> NumberFormat.getNumberInstance(locale);
        };
    format.setRoundingMode(RoundingMode.HALF_UP);
    int least = style.equals("currency") ? format.getMinimumFractionDigits() : 0;
    int most =
        switch (style) {
          case "percent" -> 0;
          case "currency" -> format.getMaximumFractionDigits();
          default -> 3;
        };
    if (options.has("minimumFractionDigits")) {
      least = whole("minimumFractionDigits", least, 0, 100);
      most = Math.max(most, least);
    }
    if (options.has("maximumFractionDigits")) {
      most = whole("maximumFractionDigits", most, 0, 100);
      least = Math.min(least, most);
    }
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setMinimumIntegerDigits(whole("minimumIntegerDigits", 1, 1, 21));
    format.setGroupingUsed(options.flag("useGrouping", true));
    return style.equals("unit") ? unit(format) : format;
  }

  private NumberFormat currency() {
    String code = options.text("currency", "").toUpperCase(Locale.ROOT);
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    try {
      format.setCurrency(Currency.getInstance(code));
    } catch (IllegalArgumentException e) {
      throw Failure.type("a currency needs its code, such as EUR");
    }
    int digits = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    String display = options.text("currencyDisplay", "symbol");
    if (format instanceof DecimalFormat decimal && !display.equals("symbol")) {
      DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
      symbols.setCurrencySymbol(
          display.equals("code") ? code + "\u00A0" : Currency.getInstance(code).getSymbol(locale));
      decimal.setDecimalFormatSymbols(symbols);
    }
    return format;
  }

  private NumberFormat unit(NumberFormat format) {
    if (format instanceof DecimalFormat decimal) {
      String unit = options.text("unit", "");
      String shown =
          switch (unit) {
            case "kilobyte" -> "kB";
            case "megabyte" -> "MB";
            case "gigabyte" -> "GB";
            case "byte" -> "byte";
            case "kilometer" -> "km";
            case "meter" -> "m";
            case "kilogram" -> "kg";
            case "gram" -> "g";
            case "liter" -> "L";
            case "celsius" -> "°C";
            case "percent" -> "%";
            default -> unit;
          };
      decimal.setPositiveSuffix(
          (unit.equals("celsius") || unit.equals("percent") ? "" : " ") + shown);
      decimal.setNegativeSuffix(decimal.getPositiveSuffix());
    }
    return format;
  }

  private NumberFormat compact() {
    NumberFormat format =
        NumberFormat.getCompactNumberInstance(
            locale,
            options.text("compactDisplay", "short").equals("long")
                ? NumberFormat.Style.LONG
                : NumberFormat.Style.SHORT);
    format.setMaximumFractionDigits(whole("maximumFractionDigits", 1, 0, 100));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }

  private NumberFormat scientific(String notation) {
    String pattern = notation.equals("engineering") ? "##0.###E0" : "0.###E0";
    return new DecimalFormat(pattern, symbols());
  }

  private DecimalFormatSymbols symbols() {
    return DecimalFormatSymbols.getInstance(locale);
  }
}
