package io.concertmaster.model.form;

import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a field may have.
 *
 * @param title what the schema calls it; texts of the form may say it otherwise
 */
public record Choice(@Nullable Object value, String title) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  /** The value as texts name it and as a page sends it. */
  public String word() {
    return word(value);
  }

  private static String word(@Nullable Object value) {
    return value instanceof String text ? text : Json.write(value);
  }

  /** Whether a value is this one, as JSON Schema compares: 1 is 1.0. */
  public boolean is(@Nullable Object other) {
    if (value instanceof Number one && other instanceof Number two) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(two.toString())) == 0;
    }
    return Objects.equals(value, other);
  }

  /**
   * The value that a word means among the choices of a field: a number where these are numbers.
   *
   * @throws IllegalArgumentException when the word means none; the message says what to do
   */
  public static Object meant(Field field, String word) {
    if (!isNumeric(field)) {
      return word;
    }
    boolean whole = "integer".equals(values(field).get("type"));
    String digits = word.strip();
    if (NUMBER.matcher(digits).matches()) {
      BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
      if (number.scale() <= 0) {
        return Objects.requireNonNull(Json.value(number.toBigIntegerExact()));
      }
      if (!whole) {
        return number.doubleValue();
      }
    }
    throw new IllegalArgumentException(
        "“"
            + word
            + "” is no "
            + (whole ? "whole number" : "number")
            + ", and the values of this field are numbers: write one, such as "
            + (whole ? "10" : "10 or 2.5"));
  }

  /** A choice that a field does not have yet: a number where its values are numbers. */
  public static Choice another(Field field) {
    List<Choice> there = field.choices();
    if (isNumeric(field)) {
      BigInteger most =
          there.stream()
              .map(Choice::value)
              .filter(Number.class::isInstance)
              .map(each -> new BigDecimal(each.toString()).toBigInteger())
              .max(Comparator.naturalOrder())
              .orElse(BigInteger.ZERO);
      Object value = Json.value(most.add(BigInteger.ONE));
      return new Choice(value, word(value));
    }
    int number = there.size() + 1;
    while (hasWord(there, "choice" + number)) {
      number++;
    }
    return new Choice("choice" + number, "choice" + number);
  }

  private static boolean hasWord(List<Choice> choices, String word) {
    return choices.stream().anyMatch(each -> each.word().equals(word));
  }

  /** Whether a field's schema says so, or all its values are numbers where it says nothing. */
  private static boolean isNumeric(Field field) {
    Object type = values(field).get("type");
    return type == null
        ? !field.choices().isEmpty()
            && field.choices().stream().allMatch(each -> each.value() instanceof Number)
        : type.equals("integer") || type.equals("number");
  }

  /** The schema that says what can be chosen: of some of several, that of each. */
  private static JsonObject values(Field field) {
    return field.kind() == FieldKind.MULTI_SELECT
            && field.schema().get("items") instanceof JsonObject items
        ? items
        : field.schema();
  }

  /** What a schema allows: its {@code enum}, or a {@code oneOf} of constants with titles. */
  static List<Choice> of(JsonObject schema) {
    List<Choice> choices = new ArrayList<>();
    if (schema.get("oneOf") instanceof JsonArray all) {
      for (Object each : all) {
        if (each instanceof JsonObject one && one.containsKey("const")) {
          Object value = one.get("const");
          choices.add(new Choice(value, one.get("title") instanceof String t ? t : word(value)));
        }
      }
    } else if (schema.get("enum") instanceof JsonArray values) {
      values.forEach(value -> choices.add(new Choice(value, word(value))));
    }
    return choices;
  }
}
