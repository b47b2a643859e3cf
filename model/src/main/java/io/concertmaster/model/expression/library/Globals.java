package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.library.jmespath.JmesPath;
import io.concertmaster.model.expression.library.regexp.RegExpFunctions;
import io.concertmaster.model.expression.library.time.DateFunctions;
import io.concertmaster.model.expression.library.time.DateTimeFunctions;
import io.concertmaster.model.expression.library.time.DurationFunctions;
import io.concertmaster.model.expression.library.time.IntervalFunctions;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.JsFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JavaScript's globals and n8n's free functions. */
public final class Globals {
  /** Stands for the globals of browsers and servers that are but an empty object here. */
  public enum Denied {
    /** The one value. */
    EMPTY
  }

  private static final Set<String> DENIED =
      Set.of(
          "window",
          "Window",
          "self",
          "document",
          "global",
          "globalThis",
          "confirm",
          "alert",
          "prompt",
          "eval",
          "uneval",
          "setTimeout",
          "setInterval",
          "setImmediate",
          "clearTimeout",
          "clearInterval",
          "Function",
          "fetch",
          "XMLHttpRequest",
          "Promise",
          "Generator",
          "GeneratorFunction",
          "AsyncFunction",
          "AsyncGenerator",
          "AsyncGeneratorFunction",
          "WebAssembly",
          "Reflect",
          "Proxy",
          "escape",
          "unescape");

  private static final Set<String> LATER =
      Set.of(
          "WeakRef",
          "Symbol",
          "AggregateError",
          "structuredClone",
          "Buffer",
          "require",
          "module",
          "exports",
          "console",
          "arguments",
          "Iterator",
          "Temporal",
          "atob",
          "btoa",
          "URL",
          "URLSearchParams",
          "TextEncoder",
          "TextDecoder",
          "crypto",
          "queueMicrotask",
          "items",
          "helpers");

  private static final Map<String, Object> VALUES = values();

  private Globals() {}

  /** The value of a global: a function, a {@link Namespace}, {@link Denied}, or null for none. */
  public static @Nullable Object value(String name) {
    return DENIED.contains(name) ? Denied.EMPTY : VALUES.get(name);
  }

  /** The names that have a value of use here. */
  public static Set<String> names() {
    return VALUES.keySet();
  }

  /** Whether a name is a global of JavaScript or n8n that is not there yet. */
  public static boolean isLater(String name) {
    return LATER.contains(name);
  }

  private static Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>(FreeFunctions.all());
    values.put("Math", new Namespace("Math", MathFunctions.members()));
    values.put("JSON", new Namespace("JSON", JsonFunctions.members()));
    values.putAll(Constructors.all());
    values.putAll(ErrorValue.constructors());
    values.putAll(CollectionValue.constructors());
    values.putAll(TypedArray.constructors());
    values.put("RegExp", RegExpFunctions.namespace());
    values.put("$jmespath", (JsFunction) JmesPath::call);
    values.put("$jmesPath", (JsFunction) JmesPath::call);
    values.put("Intl", IntlNumbers.namespace());
    values.put("process", HostProcess.namespace());
    values.put("BigInt", BigIntegerFunctions.namespace());
    values.put("DateTime", DateTimeFunctions.namespace());
    values.put("Duration", DurationFunctions.namespace());
    values.put("Interval", IntervalFunctions.namespace());
    values.put("Date", DateFunctions.namespace());
    values.put("Atomics", new Namespace("Atomics", Map.of()));
    values.putAll(UriFunctions.all());
    values.put("parseInt", NumberFunctions.PARSE_INT);
    values.put("parseFloat", NumberFunctions.PARSE_FLOAT);
    values.put(
        "isNaN",
        (JsFunction) (frame, a) -> Double.isNaN(Conversions.number(frame, Arguments.at(a, 0))));
    values.put(
        "isFinite",
        (JsFunction) (frame, a) -> Double.isFinite(Conversions.number(frame, Arguments.at(a, 0))));
    return Map.copyOf(values);
  }
}
