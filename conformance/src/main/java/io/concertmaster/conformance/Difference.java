package io.concertmaster.conformance;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds where two values differ first. Numbers are equal by value, the order of fields plays no
 * part, and a field that is missing differs from one that is null.
 */
final class Difference {
  private static final int LONGEST = 200;

  private Difference() {}

  /** Where they differ and how; empty where they are equal. */
  static Optional<String> of(String path, @Nullable Object expected, @Nullable Object actual) {
    return switch (expected) {
      case Map<?, ?> fields when actual instanceof Map<?, ?> others -> fields(path, fields, others);
      case List<?> list when actual instanceof List<?> other -> lists(path, list, other);
      case Number a when actual instanceof Number b ->
          number(a).compareTo(number(b)) == 0 ? Optional.empty() : differ(path, expected, actual);
      case null -> actual == null ? Optional.empty() : differ(path, null, actual);
      default -> expected.equals(actual) ? Optional.empty() : differ(path, expected, actual);
    };
  }

  private static BigDecimal number(Number number) {
    return number instanceof BigDecimal exact
        ? exact
        : number instanceof Long whole
            ? BigDecimal.valueOf(whole)
            : BigDecimal.valueOf(number.doubleValue());
  }

  private static Optional<String> fields(String path, Map<?, ?> expected, Map<?, ?> actual) {
    TreeSet<String> names = new TreeSet<>();
    expected.keySet().forEach(name -> names.add(String.valueOf(name)));
    actual.keySet().forEach(name -> names.add(String.valueOf(name)));
    for (String name : names) {
      String at = path + "." + name;
      if (!actual.containsKey(name)) {
        return Optional.of(at + " is missing; expected " + shown(expected.get(name)));
      }
      if (!expected.containsKey(name)) {
        return Optional.of(at + " should not be there, is " + shown(actual.get(name)));
      }
      Optional<String> difference = of(at, expected.get(name), actual.get(name));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> lists(String path, List<?> expected, List<?> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      Optional<String> difference = of(path + "[" + i + "]", expected.get(i), actual.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return expected.size() == actual.size()
        ? Optional.empty()
        : Optional.of(path + " has " + actual.size() + " elements, expected " + expected.size());
  }

  private static Optional<String> differ(
      String path, @Nullable Object expected, @Nullable Object actual) {
    return Optional.of(path + " is " + shown(actual) + ", expected " + shown(expected));
  }

  private static String shown(@Nullable Object value) {
    String text;
    try {
      text =
          value instanceof Map<?, ?> map && !(value instanceof JsonObject)
              ? map.toString()
              : Json.write(value);
    } catch (RuntimeException e) {
      text = String.valueOf(value);
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
