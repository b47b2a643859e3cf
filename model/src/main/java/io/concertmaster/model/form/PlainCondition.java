package io.concertmaster.model.form;

import io.concertmaster.node.data.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that can be said in plain words, such as “Delivery is ship”.
 *
 * @param field of whose value it speaks
 * @param value with what the value is compared; null for comparisons without one
 */
public record PlainCondition(Scope field, Comparison comparison, @Nullable Object value) {
  /** How a value is compared. */
  public enum Comparison {
    IS("is", true),
    IS_NOT("is not", true),
    MORE_THAN("is more than", true),
    AT_LEAST("is at least", true),
    LESS_THAN("is less than", true),
    AT_MOST("is at most", true),
    /** Of some of several: one of them is this. */
    HAS("has", true),
    FILLED("is filled in", false),
    EMPTY("is empty", false);

    private final String words;
    private final boolean hasValue;

    Comparison(String words, boolean hasValue) {
      this.words = words;
      this.hasValue = hasValue;
    }

    /** As people say it. */
    public String words() {
      return words;
    }

    /** Whether it needs something to compare with. */
    public boolean hasValue() {
      return hasValue;
    }
  }

  /** The schema that a value fits when the condition holds. */
  public JsonObject schema() {
    return switch (comparison) {
      case IS -> JsonObject.of("const", value);
      case IS_NOT -> JsonObject.of("not", JsonObject.of("const", value));
      case MORE_THAN -> JsonObject.of("exclusiveMinimum", value);
      case AT_LEAST -> JsonObject.of("minimum", value);
      case LESS_THAN -> JsonObject.of("exclusiveMaximum", value);
      case AT_MOST -> JsonObject.of("maximum", value);
      case HAS -> JsonObject.of("contains", JsonObject.of("const", value));
      case FILLED -> JsonObject.empty();
      case EMPTY -> JsonObject.of("not", JsonObject.empty());
    };
  }

  /** Whether it holds while the field has no value. */
  public boolean whenAbsent() {
    return comparison == Comparison.IS_NOT || comparison == Comparison.EMPTY;
  }

  /** As a rule has it. */
  public Rule.Fits fits() {
    return new Rule.Fits(field, schema(), whenAbsent());
  }

  /** What a rule's condition says in plain words; empty where these do not suffice. */
  public static Optional<PlainCondition> of(Rule.Condition condition) {
    if (!(condition instanceof Rule.Fits fits)) {
      return Optional.empty();
    }
    return plain(fits).filter(each -> each.whenAbsent() == fits.whenAbsent());
  }

  private static Optional<PlainCondition> plain(Rule.Fits fits) {
    JsonObject schema = fits.schema();
    if (schema.isEmpty()) {
      return Optional.of(new PlainCondition(fits.scope(), Comparison.FILLED, null));
    }
    if (schema.size() != 1) {
      return Optional.empty();
    }
    String keyword = schema.keySet().iterator().next();
    Object value = schema.get(keyword);
    return switch (keyword) {
      case "const" -> Optional.of(new PlainCondition(fits.scope(), Comparison.IS, value));
      case "exclusiveMinimum" -> number(fits, Comparison.MORE_THAN, value);
      case "minimum" -> number(fits, Comparison.AT_LEAST, value);
      case "exclusiveMaximum" -> number(fits, Comparison.LESS_THAN, value);
      case "maximum" -> number(fits, Comparison.AT_MOST, value);
      case "contains" -> inner(fits, Comparison.HAS, value);
      case "not" ->
          value instanceof JsonObject none && none.isEmpty()
              ? Optional.of(new PlainCondition(fits.scope(), Comparison.EMPTY, null))
              : inner(fits, Comparison.IS_NOT, value);
      default -> Optional.empty();
    };
  }

  private static Optional<PlainCondition> number(
      Rule.Fits fits, Comparison comparison, @Nullable Object value) {
    return value instanceof Number
        ? Optional.of(new PlainCondition(fits.scope(), comparison, value))
        : Optional.empty();
  }

  private static Optional<PlainCondition> inner(
      Rule.Fits fits, Comparison comparison, @Nullable Object value) {
    return value instanceof JsonObject schema && schema.size() == 1 && schema.containsKey("const")
        ? Optional.of(new PlainCondition(fits.scope(), comparison, schema.get("const")))
        : Optional.empty();
  }
}
