package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Markers;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.library.ErrorValue;
import io.concertmaster.model.expression.library.time.DateValue;
import io.concertmaster.model.expression.runtime.BigIntegerValue;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.model.expression.runtime.Results;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Shape;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * Values of the library as values of a script, and back. Data becomes plain objects and arrays of
 * the script's own, so that all of JavaScript works on them; the library's other values become
 * objects that pass on what is asked of them.
 */
final class Translation {
  /** How deep data may nest. */
  private static final int DEEPEST = 500;

  /** Records with more fields than this are made field by field. */
  private static final int WIDE = 100;

  private static final long SAFE = 1L << 53;

  private final Context context;
  private final Value undefined;
  private final Value nothing;
  private final Value kindOf;
  private final Value fieldsOf;
  private final Value arrayOf;
  private final Value objectOf;
  private final Value wrap;
  private final Value handleOf;
  private final Value function;
  private final IdentityHashMap<Shape, Value> makers = new IdentityHashMap<>();
  private @Nullable Failure failed;

  /**
   * A translation.
   *
   * @param base what {@code base.js} made
   */
  Translation(Context context, Value base) {
    this.context = context;
    this.undefined = base.getMember("undefined");
    this.nothing = base.getMember("nothing");
    this.kindOf = base.getMember("kindOf");
    this.fieldsOf = base.getMember("fieldsOf");
    this.arrayOf = base.getMember("arrayOf");
    this.objectOf = base.getMember("objectOf");
    this.wrap = base.getMember("wrap");
    this.handleOf = base.getMember("handleOf");
    this.function = base.getMember("functionOf");
  }

  /** The script's {@code null}. */
  Value nothingValue() {
    return nothing;
  }

  /** Whether a value of a script is one of the library's that it only holds. */
  boolean isOfTheLibrary(Value value) {
    return kindOf.execute(value).asInt() == 4;
  }

  /** A function of the host whose failures are told as such, whatever it is called with. */
  ProxyExecutable guarded(String name, ProxyExecutable called) {
    return arguments -> {
      try {
        return called.execute(arguments);
      } catch (Failure e) {
        failed = e;
        throw e;
      } catch (ClassCastException
          | IllegalArgumentException
          | IndexOutOfBoundsException
          | NegativeArraySizeException
          | NullPointerException
          | UnsupportedOperationException e) {
        failed = Failure.type(name + " cannot be done with these values");
        throw failed;
      }
    };
  }

  /** Why the host refused what was just asked of it; told once. */
  Optional<Failure> failed() {
    Optional<Failure> told = Optional.ofNullable(failed);
    failed = null;
    return told;
  }

  /** The script's {@code undefined}. */
  Value undefinedValue() {
    return undefined;
  }

  /** The script's value for one of the library. */
  Object toScript(Frame frame, @Nullable Object value) {
    return switch (value) {
      case null -> nothing;
      case Undefined u -> undefined;
      case String s -> s;
      case Boolean b -> b;
      case Long l -> l >= -SAFE && l <= SAFE ? number(l) : (Object) (double) l;
      case Number n -> n.doubleValue();
      case JsonArray array -> array(frame, array);
      case JsonObject object -> object(frame, object);
      case Value already -> already;
      case ScriptFunction made -> made.value();
      case JsFunction called
          when !(called instanceof io.concertmaster.model.expression.library.Namespace) ->
          function(frame, called);
      default -> wrap.execute(new Handle(value));
    };
  }

  private static Object number(long l) {
    return l == (int) l ? (Object) (int) l : (Object) (double) l;
  }

  private Value function(Frame frame, JsFunction called) {
    ProxyExecutable proxy =
        guarded("this", a -> toScript(frame, called.call(frame, toLibrary(frame, a))));
    return function.execute(proxy);
  }

  private Value array(Frame frame, JsonArray array) {
    @Nullable Object[] values = new Object[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = toScript(frame, array.get(i));
    }
    return arrayOf.execute(ProxyArray.fromArray(values));
  }

  private Value object(Frame frame, JsonObject object) {
    Shape shape = object.shape();
    Object[] values = new Object[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = toScript(frame, object.slot(i));
    }
    if (values.length > WIDE) {
      return objectOf.execute(
          ProxyArray.fromArray(shape.names().toArray()), ProxyArray.fromArray(values));
    }
    Value maker = makers.get(shape);
    if (maker == null) {
      if (makers.size() > 2_000) {
        makers.clear();
      }
      maker = context.eval(maker(shape));
      makers.put(shape, maker);
    }
    return maker.execute(values);
  }

  private static Source maker(Shape shape) {
    StringBuilder code = new StringBuilder("(function(");
    for (int i = 0; i < shape.size(); i++) {
      code.append(i == 0 ? "a" : ",a").append(i);
    }
    code.append("){return {");
    for (int i = 0; i < shape.size(); i++) {
      // A computed name: __proto__ is a name like any other then.
      code.append(i == 0 ? "[" : ",[").append(quoted(shape.name(i))).append("]:a").append(i);
    }
    return Source.newBuilder("js", code.append("}})"), "record").internal(true).buildLiteral();
  }

  private static String quoted(String name) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
        text.append(c);
      } else {
        text.append("\\u%04x".formatted((int) c));
      }
    }
    return text.append('"').toString();
  }

  /** The library's values for a script's arguments. */
  @Nullable Object[] toLibrary(Frame frame, Value[] arguments) {
    @Nullable Object[] values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = toLibrary(frame, arguments[i]);
    }
    return values;
  }

  /** What a value of a script becomes. */
  private enum Wanted {
    /** The library's value; functions stay functions. */
    LIBRARY,
    /** Data, as {@code JSON.stringify} would. */
    DATA,
    /** Data with markers for what is beyond it. */
    MARKED
  }

  /** The library's value for one of a script; functions stay functions. */
  @Nullable Object toLibrary(Frame frame, Value value) {
    return translate(frame, value, Wanted.LIBRARY, 0);
  }

  /** Data with markers, and the kind of the value itself. */
  Markers.Marked toMarked(Frame frame, Value value) {
    int kind = kindOf.execute(value).asInt();
    return new Markers.Marked(
        translate(frame, value, Wanted.MARKED, 0),
        kind == 4 || kind == 5 || kind > 6 ? Markers.kind(toLibrary(frame, value)) : null);
  }

  /** Whether a value is an array of the script's. */
  boolean isArray(Value value) {
    return kindOf.execute(value).asInt() == 2;
  }

  /** Data for a value of a script, as {@code JSON.stringify} would. */
  @Nullable Object toData(Frame frame, Value value) {
    return translate(frame, value, Wanted.DATA, 0);
  }

  private @Nullable Object translate(Frame frame, Value value, Wanted wanted, int depth) {
    if (value.isString()) {
      return value.asString();
    }
    if (value.isNumber() && (value.fitsInInt() || kindOf.execute(value).asInt() != 8)) {
      return Numbers.of(value.asDouble());
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (depth > DEEPEST) {
      throw Failure.raised(
          Kind.LIMIT, "the result nests deeper than " + DEEPEST + " levels, or holds itself");
    }
    int kind = kindOf.execute(value).asInt();
    return switch (kind) {
      case 0 -> Undefined.VALUE;
      case 1 -> null;
      case 2 -> array(frame, value, wanted, depth);
      case 3 -> wanted == Wanted.LIBRARY ? new ScriptFunction(this, value) : Undefined.VALUE;
      case 4 -> beyond(frame, ((Handle) handleOf.execute(value).asProxyObject()).value(), wanted);
      case 5 -> beyond(frame, date(frame, value), wanted);
      case 7 -> beyond(frame, error(value), wanted);
      case 8 -> beyond(frame, big(value), wanted);
      default -> object(frame, value, wanted, depth);
    };
  }

  private JsonArray array(Frame frame, Value value, Wanted wanted, int depth) {
    long size = value.getArraySize();
    frame.chargeArray(size);
    @Nullable Object[] values = new Object[(int) size];
    for (int i = 0; i < values.length; i++) {
      Object element = translate(frame, value.getArrayElement(i), wanted, depth + 1);
      values[i] = wanted != Wanted.LIBRARY && element == Undefined.VALUE ? null : element;
    }
    return JsonArray.ofValues(values);
  }

  private static @Nullable Object beyond(Frame frame, Object value, Wanted wanted) {
    return switch (wanted) {
      case LIBRARY -> value;
      case DATA -> Results.data(frame, value);
      case MARKED -> Results.data(frame, value, Markers::of);
    };
  }

  private static Object date(Frame frame, Value value) {
    return value.isInstant()
        ? DateValue.of(frame, value.asInstant())
        : DateValue.of(frame, Double.NaN);
  }

  private static Object error(Value value) {
    return new ErrorValue(
        String.valueOf(value.getMember("name").asString()),
        String.valueOf(value.getMember("message").asString()),
        Undefined.VALUE);
  }

  private static Object big(Value value) {
    return new BigIntegerValue(value.asBigInteger());
  }

  private @Nullable Object object(Frame frame, Value value, Wanted wanted, int depth) {
    Value fields = fieldsOf.execute(value, wanted != Wanted.LIBRARY);
    if (!fields.hasArrayElements()) {
      return translate(frame, fields.getMember("value"), wanted, depth + 1);
    }
    int size = (int) fields.getArraySize();
    frame.chargeArray(size);
    Map<String, @Nullable Object> record = LinkedHashMap.newLinkedHashMap(size / 2);
    for (int i = 0; i < size; i += 2) {
      Object field = translate(frame, fields.getArrayElement(i + 1), wanted, depth + 1);
      if (wanted == Wanted.LIBRARY || field != Undefined.VALUE) {
        record.put(fields.getArrayElement(i).asString(), field);
      }
    }
    return record.isEmpty()
        ? JsonObject.empty()
        : JsonObject.ofSlots(
            Shape.of(java.util.List.copyOf(record.keySet())), record.values().toArray());
  }
}
