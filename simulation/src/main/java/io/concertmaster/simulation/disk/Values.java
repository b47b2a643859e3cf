package io.concertmaster.simulation.disk;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads expressions. */
final class Values {
  private final Words words;
  private int parameters;
  private boolean many;

  Values(Words words) {
    this.words = words;
  }

  /** Whether an expression told of all rows together. */
  boolean many() {
    return many;
  }

  /** A condition. */
  Value condition() throws SQLException {
    Value left = all();
    while (words.take("or")) {
      Value one = left;
      Value other = all();
      left = place -> Value.isTrue(one.at(place)) || Value.isTrue(other.at(place));
    }
    return left;
  }

  private Value all() throws SQLException {
    Value left = comparison();
    while (words.take("and")) {
      Value one = left;
      Value other = comparison();
      left = place -> Value.isTrue(one.at(place)) && Value.isTrue(other.at(place));
    }
    return left;
  }

  private Value comparison() throws SQLException {
    if (words.take("not")) {
      Value other = comparison();
      return place -> !Value.isTrue(other.at(place));
    }
    Value left = value();
    if (words.take("is", "not", "null")) {
      return place -> left.at(place) != null;
    }
    if (words.take("is", "null")) {
      return place -> left.at(place) == null;
    }
    if (words.take("=")) {
      return Value.compare(left, value(), Table::equal);
    }
    if (words.take("<>")) {
      return Value.compare(left, value(), (one, other) -> !Table.equal(one, other));
    }
    if (words.take(">")) {
      return Value.compare(left, value(), (one, other) -> Value.order(one, other) > 0);
    }
    if (words.take("<")) {
      return Value.compare(left, value(), (one, other) -> Value.order(one, other) < 0);
    }
    if (words.take(">=")) {
      return Value.compare(left, value(), (one, other) -> Value.order(one, other) >= 0);
    }
    if (words.take("<=")) {
      return Value.compare(left, value(), (one, other) -> Value.order(one, other) <= 0);
    }
    return left;
  }

  /** A value. */
  Value value() throws SQLException {
    if (words.take("(")) {
      Value inside = condition();
      words.need(")");
      return inside;
    }
    if (words.take("?")) {
      int number = parameters++;
      return place -> place.parameters().get(number);
    }
    String word = words.next();
    if (word.startsWith("'")) {
      String text = word.substring(1, word.length() - 1);
      return place -> text;
    }
    if (Character.isDigit(word.charAt(0))) {
      Long number = Long.valueOf(word);
      return place -> number;
    }
    String name = word.toLowerCase(Locale.ROOT);
    if (name.equals("null")) {
      return place -> null;
    }
    if (words.take("(")) {
      return call(name);
    }
    return column(name);
  }

  private static Value column(String name) {
    if (name.startsWith("excluded.")) {
      String column = name.substring("excluded.".length());
      return place -> place.excluded()[place.table().column(column)];
    }
    String column = name.substring(name.indexOf('.') + 1);
    return place -> place.row()[place.table().column(column)];
  }

  private Value call(String function) throws SQLException {
    if (function.equals("count")) {
      many = true;
      words.need("*", ")");
      return place -> (long) place.all().size();
    }
    if (function.equals("randomblob")) {
      words.next();
      words.need(")");
      return place -> "the simulated store";
    }
    Value argument = value();
    Value second = words.take(",") ? value() : place -> null;
    words.need(")");
    return switch (function) {
      case "lower", "hex" -> argument;
      case "coalesce" -> place -> Objects.requireNonNullElse(argument.at(place), second.at(place));
      case "max" -> {
        many = true;
        yield place -> highest(argument, place);
      }
      default -> throw words.unknown();
    };
  }

  private static @Nullable Object highest(Value argument, Value.Place place) throws SQLException {
    Object highest = null;
    for (@Nullable Object[] row : place.all()) {
      Object value =
          argument.at(new Value.Place(place.table(), row, row, place.all(), place.parameters()));
      if (value != null && (highest == null || Value.order(value, highest) > 0)) {
        highest = value;
      }
    }
    return highest;
  }
}
