package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.Operators;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;

/** {@code Math}, without its dice: a run that is repeated sees the same values. */
final class MathFunctions {
  private MathFunctions() {}

  static Map<String, Object> members() {
    Map<String, Object> members = new HashMap<>();
    members.put("PI", Math.PI);
    members.put("E", Math.E);
    members.put("LN2", 0.6931471805599453);
    members.put("LN10", 2.302585092994046);
    members.put("LOG2E", 1.4426950408889634);
    members.put("LOG10E", 0.4342944819032518);
    members.put("SQRT2", Math.sqrt(2));
    members.put("SQRT1_2", Math.sqrt(0.5));
    members.put("random", (JsFunction) (frame, a) -> ThreadLocalRandom.current().nextDouble());
    members.put("abs", of(Math::abs));
    members.put("ceil", of(Math::ceil));
    members.put("floor", of(Math::floor));
    members.put("round", of(MathFunctions::round));
    members.put("trunc", of(d -> d < 0 ? Math.ceil(d) : Math.floor(d)));
    members.put("sign", of(Math::signum));
    members.put("sqrt", of(Math::sqrt));
    members.put("cbrt", of(Math::cbrt));
    members.put("exp", of(StrictMath::exp));
    members.put("log", of(StrictMath::log));
    members.put("log10", of(StrictMath::log10));
    members.put("log2", of(MathFunctions::log2));
    members.put("log1p", of(StrictMath::log1p));
    members.put("expm1", of(StrictMath::expm1));
    members.put("sin", of(StrictMath::sin));
    members.put("cos", of(StrictMath::cos));
    members.put("tan", of(StrictMath::tan));
    members.put("asin", of(StrictMath::asin));
    members.put("acos", of(StrictMath::acos));
    members.put("atan", of(StrictMath::atan));
    members.put("sinh", of(StrictMath::sinh));
    members.put("cosh", of(StrictMath::cosh));
    members.put("tanh", of(StrictMath::tanh));
    members.put("fround", of(d -> (float) d));
    members.put(
        "atan2",
        (JsFunction)
            (frame, a) ->
                Numbers.of(
                    StrictMath.atan2(
                        Conversions.number(frame, Arguments.at(a, 0)),
                        Conversions.number(frame, Arguments.at(a, 1)))));
    members.put(
        "pow",
        (JsFunction) (frame, a) -> Operators.power(frame, Arguments.at(a, 0), Arguments.at(a, 1)));
    members.put("max", (JsFunction) FreeFunctions::max);
    members.put("min", (JsFunction) FreeFunctions::min);
    members.put(
        "hypot",
        (JsFunction)
            (frame, a) -> {
              double sum = 0;
              boolean infinite = false;
              for (Object value : a) {
                double d = Conversions.number(frame, value);
                infinite |= Double.isInfinite(d);
                sum = a.length == 2 ? Math.hypot(sum, d) : Math.sqrt(sum * sum + d * d);
              }
              return infinite ? (Object) Double.POSITIVE_INFINITY : Numbers.of(sum);
            });
    return members;
  }

  private static JsFunction of(DoubleUnaryOperator function) {
    return (frame, a) ->
        Numbers.of(function.applyAsDouble(Conversions.number(frame, Arguments.at(a, 0))));
  }

  /** Halves go up; what rounds to 0 from below is -0. */
  static double round(double number) {
    if (Double.isNaN(number) || Math.abs(number) >= 4503599627370496.0) {
      return number;
    }
    double floor = Math.floor(number);
    double rounded = number - floor >= 0.5 ? floor + 1 : floor;
    return rounded == 0 ? Math.copySign(0.0, number) : rounded;
  }

  private static double log2(double number) {
    int exponent = Math.getExponent(number);
    return number > 0 && number == Math.scalb(1.0, exponent) && exponent >= -1022
        ? exponent
        : StrictMath.log(number) / StrictMath.log(2);
  }
}
