package io.concertmaster.model.expression.library.jmespath;

import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** Comparison in queries: equality by content, order of numbers and of texts. */
final class Comparing {
  private Comparing() {}

  static Query of(String sign, Query left, Query right) {
    return (frame, input) -> {
      Object a = left.in(frame, input);
      Object b = right.in(frame, input);
      return switch (sign) {
        case "==" -> same(frame, a, b);
        case "!=" -> !same(frame, a, b);
        default -> ordered(sign, a, b);
      };
    };
  }

  private static @Nullable Object ordered(String sign, @Nullable Object a, @Nullable Object b) {
    int order;
    if (a instanceof Number x && b instanceof Number y) {
      order = Double.compare(x.doubleValue(), y.doubleValue());
    } else if (a instanceof String x && b instanceof String y) {
      order = x.compareTo(y);
    } else {
      return null;
    }
    return switch (sign) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  static boolean same(Frame frame, @Nullable Object left, @Nullable Object right) {
    frame.charge(1);
    Object a = Projecting.data(left);
    Object b = Projecting.data(right);
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    if (a instanceof JsonArray x && b instanceof JsonArray y) {
      if (x.size() != y.size()) {
        return false;
      }
      for (int i = 0; i < x.size(); i++) {
        if (!same(frame, x.get(i), y.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof JsonObject x && b instanceof JsonObject y) {
      return x.size() == y.size()
          && x.keySet().stream()
              .allMatch(name -> y.containsKey(name) && same(frame, x.get(name), y.get(name)));
    }
    return a == null ? b == null : a.equals(b);
  }
}
