package io.concertmaster.model.expression.script;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import java.util.List;
import java.util.Set;

/** Names that no expression may use: in other evaluators they lead out of the data. */
public final class Forbidden {
  private static final Set<String> NAMES =
      Set.of(
          "constructor",
          "__proto__",
          "prototype",
          "__defineGetter__",
          "__defineSetter__",
          "__lookupGetter__",
          "__lookupSetter__",
          "getPrototypeOf",
          "setPrototypeOf",
          "prepareStackTrace",
          "getBuiltinModule",
          // n8n's own evaluator is written with these, and keeps them to itself.
          "___n8n_data",
          "__sanitize");

  private Forbidden() {}

  /** All of them. */
  public static List<String> names() {
    return NAMES.stream().sorted().toList();
  }

  /** Whether a name is one of them. */
  static boolean is(String name) {
    return NAMES.contains(name);
  }

  /** What is said of one of them. */
  public static String message(String name) {
    return "'" + name + "' cannot be used in expressions";
  }

  /** Refuses a name at a place if it is one of them. */
  static void check(String name, int start, int end) throws ExpressionException {
    if (is(name)) {
      throw new ExpressionException(Kind.UNSUPPORTED, message(name), start, end);
    }
  }
}
