package io.concertmaster.model.expression.library.jmespath;

import io.concertmaster.model.expression.library.JsonText;
import io.concertmaster.model.expression.library.Search;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.NumberReading;
import io.concertmaster.model.expression.runtime.Numbers;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of JMESPath's specification. */
final class QueryFunctions {
  /** A function on values that were found. */
  private interface Function {
    @Nullable Object call(Frame frame, @Nullable Object[] a);
  }

  /**
   * A function and how many arguments it takes.
   *
   * @param most -1 for any number
   */
  private record Known(int least, int most, Function function) {}

  private static final Map<String, Known> ALL = all();

  private QueryFunctions() {}

  static Query call(String name, List<Query> arguments, int at) throws QueryError {
    Known known = ALL.get(name);
    if (known == null) {
      throw new QueryError("there is no function " + name + "()", at);
    }
    int count = arguments.size();
    if (count < known.least || (known.most >= 0 && count > known.most)) {
      throw new QueryError(name + "() takes " + known.least + " arguments", at);
    }
    return (frame, input) -> {
      @Nullable Object[] values = new @Nullable Object[count];
      for (int i = 0; i < count; i++) {
        values[i] = arguments.get(i).in(frame, input);
      }
      frame.charge(1 + count);
      return known.function.call(frame, values);
    };
  }

  private static Map<String, Known> all() {
    Map<String, Known> f = new LinkedHashMap<>();
    f.put("abs", one((frame, a) -> Numbers.of(Math.abs(number(a[0], "abs")))));
    f.put("ceil", one((frame, a) -> Numbers.of(Math.ceil(number(a[0], "ceil")))));
    f.put("floor", one((frame, a) -> Numbers.of(Math.floor(number(a[0], "floor")))));
    f.put("sum", one((frame, a) -> Numbers.of(sum(list(a[0], "sum")))));
    f.put("avg", one((frame, a) -> average(list(a[0], "avg"))));
    f.put("length", one((frame, a) -> length(a[0])));
    f.put(
        "keys",
        one((frame, a) -> Projecting.list(frame, new ArrayList<>(record(a[0], "keys").keySet()))));
    f.put("values", one((frame, a) -> Projecting.values(frame, record(a[0], "values"))));
    f.put("reverse", one(QueryFunctions::reverse));
    f.put("sort", one((frame, a) -> sorted(frame, list(a[0], "sort"), value -> value)));
    f.put("max", one((frame, a) -> extreme(frame, list(a[0], "max"), value -> value, 1)));
    f.put("min", one((frame, a) -> extreme(frame, list(a[0], "min"), value -> value, -1)));
    f.put(
        "to_array",
        one((frame, a) -> a[0] instanceof JsonArray list ? list : JsonArray.ofValues(a)));
    f.put("to_string", one((frame, a) -> a[0] instanceof String s ? s : JsonText.of(frame, a[0])));
    f.put("to_number", one((frame, a) -> toNumber(a[0])));
    f.put("type", one((frame, a) -> type(a[0])));
    f.put("not_null", new Known(1, -1, (frame, a) -> notNull(a)));
    f.put("merge", new Known(1, -1, QueryFunctions::merge));
    f.put("contains", two(QueryFunctions::contains));
    f.put(
        "starts_with",
        two((frame, a) -> text(a[0], "starts_with").startsWith(text(a[1], "starts_with"))));
    f.put(
        "ends_with", two((frame, a) -> text(a[0], "ends_with").endsWith(text(a[1], "ends_with"))));
    f.put("join", two(QueryFunctions::join));
    f.put("map", two((frame, a) -> map(frame, query(a[0], "map"), list(a[1], "map"))));
    f.put("sort_by", two((frame, a) -> by(frame, a, "sort_by")));
    f.put("max_by", two((frame, a) -> by(frame, a, "max_by")));
    f.put("min_by", two((frame, a) -> by(frame, a, "min_by")));
    return Map.copyOf(f);
  }

  private static Known one(Function function) {
    return new Known(1, 1, function);
  }

  private static Known two(Function function) {
    return new Known(2, 2, function);
  }

  private static Failure wrong(String function, String needs) {
    return Failure.type(function + "() of a query needs " + needs);
  }

  private static double number(@Nullable Object value, String function) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(function, "a number");
  }

  private static String text(@Nullable Object value, String function) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(function, "a text");
  }

  private static JsonArray list(@Nullable Object value, String function) {
    if (value instanceof JsonArray list) {
      return list;
    }
    throw wrong(function, "a list");
  }

  private static JsonObject record(@Nullable Object value, String function) {
    if (value instanceof JsonObject record) {
      return record;
    }
    throw wrong(function, "an object");
  }

  private static Query query(@Nullable Object value, String function) {
    if (value instanceof Query.Reference(Query query)) {
      return query;
    }
    throw wrong(function, "an expression such as &name");
  }

  private static double sum(JsonArray list) {
    double sum = 0;
    for (Object element : list) {
      sum += number(element, "sum");
    }
    return sum;
  }

  private static @Nullable Object average(JsonArray list) {
    return list.isEmpty() ? null : Numbers.of(sum(list) / list.size());
  }

  private static Object length(@Nullable Object value) {
    return switch (value) {
      case String text -> (long) text.length();
      case JsonArray list -> (long) list.size();
      case JsonObject record -> (long) record.size();
      case null, default -> throw wrong("length", "a text, list or object");
    };
  }

  private static Object reverse(Frame frame, @Nullable Object[] a) {
    if (a[0] instanceof String text) {
      frame.chargeText(text.length());
      return new StringBuilder(text).reverse().toString();
    }
    List<@Nullable Object> reversed = new ArrayList<>(list(a[0], "reverse"));
    java.util.Collections.reverse(reversed);
    return Projecting.list(frame, reversed);
  }

  private interface Key {
    @Nullable Object of(@Nullable Object element);
  }

  /** What elements are ordered by: all numbers, or all texts. */
  private static Comparator<@Nullable Object> order(Key key) {
    return (x, y) -> {
      Object a = key.of(x);
      Object b = key.of(y);
      if (a instanceof Number m && b instanceof Number n) {
        return Double.compare(m.doubleValue(), n.doubleValue());
      }
      if (a instanceof String s && b instanceof String t) {
        return s.compareTo(t);
      }
      throw Failure.type("a query orders numbers, or texts, but not both");
    };
  }

  private static Object sorted(Frame frame, JsonArray list, Key key) {
    List<@Nullable Object> sorted = new ArrayList<>(list);
    frame.charge(sorted.size() * 20L);
    sorted.sort(order(key));
    return Projecting.list(frame, sorted);
  }

  private static @Nullable Object extreme(Frame frame, JsonArray list, Key key, int sign) {
    Comparator<@Nullable Object> order = order(key);
    Object found = null;
    for (int i = 0; i < list.size(); i++) {
      frame.charge(2);
      Object element = list.get(i);
      int compared = i == 0 ? 0 : order.compare(element, found);
      if (i == 0 || (sign > 0 ? compared > 0 : compared < 0)) {
        found = element;
      }
    }
    return found;
  }

  private static @Nullable Object by(Frame frame, @Nullable Object[] a, String function) {
    JsonArray list = list(a[0], function);
    Query query = query(a[1], function);
    Key key = element -> query.in(frame, Projecting.data(element));
    return switch (function) {
      case "sort_by" -> sorted(frame, list, key);
      case "max_by" -> extreme(frame, list, key, 1);
      default -> extreme(frame, list, key, -1);
    };
  }

  private static Object map(Frame frame, Query query, JsonArray list) {
    List<@Nullable Object> mapped = new ArrayList<>();
    for (Object element : list) {
      frame.charge(1);
      mapped.add(query.in(frame, Projecting.data(element)));
    }
    return Projecting.list(frame, mapped);
  }

  private static @Nullable Object toNumber(@Nullable Object value) {
    if (value instanceof Number) {
      return value;
    }
    if (!(value instanceof String text)) {
      return null;
    }
    double number = NumberReading.number(text);
    return Double.isNaN(number) ? null : Numbers.of(number);
  }

  private static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String s -> "string";
      case Number n -> "number";
      case Boolean b -> "boolean";
      case JsonArray list -> "array";
      case Query.Reference reference -> "expref";
      default -> "object";
    };
  }

  private static @Nullable Object notNull(@Nullable Object[] a) {
    for (Object value : a) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Object merge(Frame frame, @Nullable Object[] a) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Object value : a) {
      fields.putAll(record(value, "merge"));
      frame.charge(fields.size());
    }
    return JsonObject.copyOf(fields);
  }

  private static Object contains(Frame frame, @Nullable Object[] a) {
    if (a[0] instanceof String text) {
      return a[1] instanceof String sought && Search.first(frame, text, sought, 0) >= 0;
    }
    return list(a[0], "contains").stream()
        .anyMatch(element -> Comparing.same(frame, element, a[1]));
  }

  private static Object join(Frame frame, @Nullable Object[] a) {
    String between = text(a[0], "join");
    StringBuilder joined = new StringBuilder();
    boolean first = true;
    for (Object element : list(a[1], "join")) {
      joined.append(first ? "" : between).append(text(element, "join"));
      first = false;
      frame.chargeText(Math.min(joined.length(), 64));
      if (joined.length() > Frame.LONGEST_STRING) {
        frame.chargeText(joined.length());
      }
    }
    return joined.toString();
  }
}
