package io.concertmaster.benchmarks;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The three expressions as a person would write them in Java. */
final class Handwritten {
  private Handwritten() {}

  static @Nullable Object amount(BenchScope scope) {
    Object amount = scope.item().orElseThrow().json().get("amount");
    return amount instanceof Number number ? (Object) (number.doubleValue() * 1.2) : null;
  }

  static @Nullable Object label(BenchScope scope) {
    JsonObject json = scope.item().orElseThrow().json();
    return json.get("first") instanceof String first
        ? first.toUpperCase(Locale.ROOT) + "-" + json.get("id")
        : null;
  }

  static @Nullable Object other(BenchScope scope) {
    Item other = scope.node("Node").pairedItem().orElseThrow();
    Object found = other.json().get("x") instanceof JsonObject x ? x.get("y") : null;
    return found == null ? "none" : found;
  }
}
