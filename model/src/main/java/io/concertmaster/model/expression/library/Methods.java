package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.time.DateExtensions;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.Method;
import io.concertmaster.model.expression.runtime.ObjectKind;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All methods by name. Which receiver a name will meet is known only while evaluating, but that no
 * receiver has it is known before: then the expression is refused when it is compiled.
 */
public final class Methods {
  private static final Map<String, Named> BY_NAME = collect();

  private Methods() {}

  /**
   * The methods of one name, for each type of receiver that has one; objects of the library bring
   * their own.
   *
   * @param date n8n's method for dates, which a text that is a full ISO date has too
   * @param extension whether a receiver without it is an error to show, as with n8n's extensions,
   *     not JavaScript's TypeError
   */
  public record Named(
      String name,
      @Nullable Method<String> string,
      @Nullable Method<JsonArray> array,
      @Nullable Method<JsonObject> object,
      @Nullable Method<Number> number,
      @Nullable Method<Boolean> bool,
      @Nullable Method<ObjectValue> date,
      boolean extension) {
    /** Whether the type of a value has the method by JavaScript's own rules. */
    public boolean nativeOn(@Nullable Object self) {
      return switch (self) {
        case String s -> string != null && !StringExtensions.table().containsKey(name);
        case JsonArray a -> array != null && !ArrayExtensions.table().containsKey(name);
        case JsonObject o -> object != null && !ObjectExtensions.table().containsKey(name);
        case Number n -> number != null && !NumberExtensions.table().containsKey(name);
        case Boolean b -> bool != null && !BooleanMethods.extensions().containsKey(name);
        case ListLike list -> nativeOn(list.elements());
        case ObjectValue o -> o.kind().hasMethod(name);
        case Boxed(Object value) -> nativeOn(value);
        case BigIntegerValue b -> name.equals("toString") || name.equals("valueOf");
        case null, default -> false;
      };
    }

    /** Calls the method on a receiver. */
    public @Nullable Object call(Frame frame, @Nullable Object self, @Nullable Object[] arguments) {
      if (self instanceof String text && string != null && date == null) {
        return string.call(frame, text, arguments);
      }
      return switch (self) {
        case String s when date != null && isDate(s) ->
            date.call(frame, DateExtensions.date(frame, s), arguments);
        case String s when string != null -> string.call(frame, s, arguments);
        case JsonArray a when array != null -> array.call(frame, a, arguments);
        case JsonObject o when object != null -> object.call(frame, o, arguments);
        case Number n when number != null -> number.call(frame, n, arguments);
        case Boolean b when bool != null -> bool.call(frame, b, arguments);
        case ListLike list when array != null -> array.call(frame, list.elements(), arguments);
        case ObjectValue o when o.kind().can(name) -> o.kind().call(frame, o, name, arguments);
        case Boxed(Object value) -> call(frame, value, arguments);
        case Namespace space when space.find(name) != null ->
            space.function(name).call(frame, arguments);
        case BigIntegerValue b when name.equals("toString") || name.equals("toLocaleString") ->
            Conversions.text(frame, b);
        case BigIntegerValue b when name.equals("valueOf") -> b;
        case null, default -> absent(frame, self, arguments);
      };
    }

    /** Whether n8n would take a text for a date here. */
    private boolean isDate(String text) {
      return !(name.equals("toDateTime") || name.equals("toDate")) && DateExtensions.isDate(text);
    }

    private @Nullable Object absent(
        Frame frame, @Nullable Object self, @Nullable Object[] arguments) {
      if (Conversions.nullish(self) && (name.equals("isEmpty") || name.equals("isNotEmpty"))) {
        return name.equals("isEmpty");
      }
      if (self instanceof ObjectValue && ObjectExtensions.table().containsKey(name)) {
        return ObjectExtensions.ofNoFields(frame, name, arguments);
      }
      if (self instanceof ObjectValue && object != null) {
        return name.equals("hasOwnProperty") ? (Object) false : self;
      }
      String type = typeName(self);
      String message = name + "() cannot be used on " + type;
      throw extension ? Failure.raised(Kind.TYPE, message) : Failure.type(message);
    }
  }

  /** How messages call a value's type. */
  static String typeName(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Undefined u -> "undefined";
      case JsonArray a -> "a list";
      case JsonObject o -> "an object";
      case ObjectValue o -> "a " + o.kind().name();
      case JsFunction f -> "a function";
      case String s -> "a text";
      case Number n -> "a number";
      case Boolean b -> "true or false";
      default -> "this value";
    };
  }

  /** The methods of a name, or null where no type has one. */
  public static @Nullable Named named(String name) {
    return BY_NAME.get(name);
  }

  /** All names. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  private static Map<String, Named> collect() {
    Map<String, Method<String>> strings = new HashMap<>(StringExtensions.table());
    strings.putAll(StringMethods.table());
    strings.putAll(StringSearches.table());
    Map<String, Method<JsonArray>> arrays = new HashMap<>(ArrayExtensions.table());
    arrays.putAll(ArrayMethods.table());
    arrays.putAll(ArrayCallbacks.table());
    Map<String, Method<JsonObject>> objects = new HashMap<>(ObjectExtensions.table());
    objects.putAll(ObjectMethods.table());
    Map<String, Method<Number>> numbers = new HashMap<>(NumberExtensions.table());
    numbers.putAll(NumberMethods.table());
    Map<String, Method<Boolean>> bools = new HashMap<>(BooleanMethods.extensions());
    bools.putAll(BooleanMethods.table());
    Map<String, Method<ObjectValue>> dates = DateExtensions.table();
    Set<String> extensions = new HashSet<>(StringExtensions.table().keySet());
    extensions.addAll(ArrayExtensions.table().keySet());
    extensions.addAll(ObjectExtensions.table().keySet());
    extensions.addAll(NumberExtensions.table().keySet());
    extensions.addAll(BooleanMethods.extensions().keySet());
    extensions.addAll(dates.keySet());
    Set<String> names = new HashSet<>(extensions);
    names.addAll(strings.keySet());
    names.addAll(arrays.keySet());
    names.addAll(objects.keySet());
    names.addAll(numbers.keySet());
    names.addAll(bools.keySet());
    for (ObjectKind<?> kind : Kinds.list()) {
      names.addAll(kind.methodNames());
    }
    Map<String, Named> all = HashMap.newHashMap(names.size());
    for (String name : names) {
      all.put(
          name,
          new Named(
              name,
              strings.get(name),
              arrays.get(name),
              objects.get(name),
              numbers.get(name),
              bools.get(name),
              dates.get(name),
              extensions.contains(name)));
    }
    return Map.copyOf(all);
  }
}
