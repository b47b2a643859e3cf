package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.syntax.Node;
import java.util.Collection;

/** What the compiler says where it does not go on. */
final class Refusal {
  private Refusal() {}

  /** It is JavaScript, but this evaluator does not do it. */
  static Failure unsupported(String what, Node node) {
    return unsupported(what, node.start(), node.end());
  }

  /** It is JavaScript, but this evaluator does not do it. */
  static Failure unsupported(String what, int start, int end) {
    return Failure.raised(Kind.UNSUPPORTED, what).at(start, end);
  }

  /** Nothing has this name. */
  static Failure unknown(String what, Node node) {
    return Failure.raised(Kind.REFERENCE, what).at(node.start(), node.end());
  }

  /** A hint at the name that was perhaps meant, or nothing. */
  static String suggestion(String name, Collection<String> names) {
    String best = "";
    int distance = Math.max(1, name.length() / 3) + 1;
    for (String candidate : names.stream().sorted().toList()) {
      int d = candidate.equalsIgnoreCase(name) ? 0 : distance(name, candidate, distance);
      if (d < distance) {
        distance = d;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : "; did you mean " + best + "?";
  }

  private static int distance(String a, String b, int enough) {
    if (Math.abs(a.length() - b.length()) >= enough) {
      return enough;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
