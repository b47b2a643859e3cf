package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.Records;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** n8n's free functions, with and without their {@code $}. */
final class FreeFunctions {
  private FreeFunctions() {}

  static Map<String, Object> all() {
    return Map.ofEntries(
        Map.entry("$ifEmpty", (JsFunction) FreeFunctions::ifEmpty),
        Map.entry("$if", (JsFunction) FreeFunctions::choose),
        Map.entry("$min", (JsFunction) FreeFunctions::min),
        Map.entry("$max", (JsFunction) FreeFunctions::max),
        Map.entry("$average", (JsFunction) FreeFunctions::average),
        Map.entry("$not", (JsFunction) FreeFunctions::not),
        Map.entry("min", (JsFunction) FreeFunctions::min),
        Map.entry("max", (JsFunction) FreeFunctions::max),
        Map.entry("average", (JsFunction) FreeFunctions::average),
        Map.entry("not", (JsFunction) FreeFunctions::not),
        Map.entry("numberList", (JsFunction) FreeFunctions::numberList),
        Map.entry("zip", (JsFunction) FreeFunctions::zip));
  }

  private static @Nullable Object choose(Frame frame, @Nullable Object[] a) {
    return Conversions.truth(Arguments.at(a, 0))
        ? Arguments.at(a, 1)
        : a.length > 2 ? a[2] : (Object) false;
  }

  private static @Nullable Object ifEmpty(Frame frame, @Nullable Object[] a) {
    return isEmpty(Arguments.at(a, 0)) ? Arguments.at(a, 1) : a[0];
  }

  /** Whether a value is missing, or a text, list or record without content. */
  static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Undefined u -> true;
      case String s -> s.isEmpty();
      case JsonArray array -> array.isEmpty();
      case JsonObject object -> object.isEmpty();
      default -> false;
    };
  }

  private static Object not(Frame frame, @Nullable Object[] a) {
    return !Conversions.truth(Arguments.at(a, 0));
  }

  static Object min(Frame frame, @Nullable Object[] a) {
    double least = Double.POSITIVE_INFINITY;
    for (Object value : a) {
      least = Math.min(least, Conversions.number(frame, value));
    }
    return Numbers.of(least);
  }

  static Object max(Frame frame, @Nullable Object[] a) {
    double most = Double.NEGATIVE_INFINITY;
    for (Object value : a) {
      most = Math.max(most, Conversions.number(frame, value));
    }
    return Numbers.of(most);
  }

  private static Object average(Frame frame, @Nullable Object[] a) {
    double sum = 0;
    for (Object value : a) {
      sum += Conversions.number(frame, value);
    }
    return Numbers.of(sum / a.length);
  }

  private static Object numberList(Frame frame, @Nullable Object[] a) {
    double from = Conversions.number(frame, Arguments.at(a, 0));
    double to = Conversions.number(frame, Arguments.at(a, 1));
    long size = (long) Math.floor(Math.abs(to - from)) + 1;
    frame.chargeArray(size);
    @Nullable Object[] numbers = new @Nullable Object[(int) size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Numbers.of(from <= to ? from + i : from - i);
    }
    return JsonArray.ofValues(numbers);
  }

  private static Object zip(Frame frame, @Nullable Object[] a) {
    if (!(Arguments.at(a, 0) instanceof JsonArray keys)
        || !(Arguments.at(a, 1) instanceof JsonArray values)) {
      throw Failure.raised(Kind.TYPE, "zip() needs a list of names and a list of values");
    }
    if (keys.size() != values.size()) {
      throw Failure.raised(Kind.TYPE, "zip() needs as many values as names");
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      fields.put(Conversions.key(frame, keys.get(i)), values.get(i));
    }
    return Records.of(frame, fields);
  }
}
