package io.concertmaster.model.expression.library.jmespath;

import io.concertmaster.model.expression.library.jmespath.QueryLexer.Word;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses a query by the binding strength of its signs. */
final class QueryParser {
  private static final int DEEPEST = 150;

  private static final Map<String, Integer> STRENGTH =
      Map.ofEntries(
          Map.entry("|", 1),
          Map.entry("||", 2),
          Map.entry("&&", 3),
          Map.entry("==", 5),
          Map.entry("!=", 5),
          Map.entry("<", 5),
          Map.entry("<=", 5),
          Map.entry(">", 5),
          Map.entry(">=", 5),
          Map.entry("[]", 9),
          Map.entry("[?", 21),
          Map.entry(".", 40),
          Map.entry("[", 55),
          Map.entry("(", 60));

  /** From here on a projection ends. */
  private static final int PROJECTION_STOP = 10;

  private final List<Word> words;
  private int at;
  private int depth;

  private QueryParser(List<Word> words) {
    this.words = words;
  }

  static Query parse(String query) throws QueryError {
    QueryParser parser = new QueryParser(QueryLexer.words(query));
    Query parsed = parser.expression(0);
    if (!parser.is("end")) {
      throw parser.unexpected();
    }
    return parsed;
  }

  private Word current() {
    return words.get(at);
  }

  private boolean is(String kind) {
    return current().kind().equals(kind);
  }

  private Word take() {
    return words.get(at++);
  }

  private void expect(String kind) throws QueryError {
    if (!is(kind)) {
      throw unexpected();
    }
    at++;
  }

  private QueryError unexpected() {
    return new QueryError(
        is("end") ? "it ends too early" : "'" + current().text() + "' does not fit here",
        current().at());
  }

  private int strength() {
    return STRENGTH.getOrDefault(current().kind(), 0);
  }

  private Query expression(int above) throws QueryError {
    if (++depth > DEEPEST) {
      throw new QueryError("it nests too deeply", current().at());
    }
    Query left = prefix();
    while (strength() > above) {
      left = infix(left);
    }
    depth--;
    return left;
  }

  private Query prefix() throws QueryError {
    Word word = take();
    return switch (word.kind()) {
      case "name", "quoted" -> {
        if (is("(") && word.kind().equals("name")) {
          yield call(word);
        }
        yield field(word.text());
      }
      case "literal" -> {
        Object value = word.value();
        yield (frame, input) -> value;
      }
      case "@" -> (frame, input) -> input;
      case "!" -> {
        Query operand = expression(45);
        yield (frame, input) -> !Projecting.truth(operand.in(frame, input));
      }
      case "&" -> new Query.Reference(expression(0));
      case "(" -> {
        Query inner = expression(0);
        expect(")");
        yield inner;
      }
      case "*" -> new Query.Projection(Projecting::values, following(20));
      case "[]" -> new Query.Projection(Projecting::flat, following(9));
      case "[?" -> filter((frame, input) -> input);
      case "{" -> record();
      case "[" -> bracket((frame, input) -> input, true);
      default -> {
        at--;
        throw unexpected();
      }
    };
  }

  private static Query field(String name) {
    return (frame, input) -> Projecting.field(input, name);
  }

  private Query infix(Query left) throws QueryError {
    Word sign = take();
    return switch (sign.kind()) {
      case "." -> {
        if (is("*")) {
          take();
          yield new Query.Projection(
              (frame, input) -> Projecting.values(frame, left.in(frame, input)), following(20));
        }
        Query right = behindDot(40);
        yield piped(left, right);
      }
      case "|" -> {
        Query right = expression(1);
        yield (frame, input) -> right.in(frame, left.in(frame, input));
      }
      case "||" -> {
        Query right = expression(2);
        yield (frame, input) -> {
          Object value = left.in(frame, input);
          return Projecting.truth(value) ? value : right.in(frame, input);
        };
      }
      case "&&" -> {
        Query right = expression(3);
        yield (frame, input) -> {
          Object value = left.in(frame, input);
          return Projecting.truth(value) ? right.in(frame, input) : value;
        };
      }
      case "[]" ->
          new Query.Projection(
              (frame, input) -> Projecting.flat(frame, left.in(frame, input)), following(9));
      case "[?" -> filter(left);
      case "[" -> bracket(left, false);
      case "==", "!=", "<", "<=", ">", ">=" -> {
        Query right = expression(5);
        yield Comparing.of(sign.kind(), left, right);
      }
      default -> throw unexpected();
    };
  }

  /** A part behind another; nothing is found in nothing. */
  private static Query piped(Query left, Query right) {
    return (frame, input) -> {
      Object value = left.in(frame, input);
      return value == null ? null : right.in(frame, value);
    };
  }

  private Query behindDot(int strength) throws QueryError {
    if (is("name") || is("quoted") || is("*")) {
      return expression(strength);
    }
    if (is("[")) {
      take();
      return list();
    }
    if (is("{")) {
      take();
      return record();
    }
    throw unexpected();
  }

  /** What is applied to each element of a projection. */
  private Query following(int strength) throws QueryError {
    if (strength() < PROJECTION_STOP) {
      return (frame, input) -> input;
    }
    if (is("[") || is("[?")) {
      return behind(strength);
    }
    if (is(".")) {
      take();
      return behindDot(strength);
    }
    throw unexpected();
  }

  private Query behind(int strength) throws QueryError {
    if (++depth > DEEPEST) {
      throw new QueryError("it nests too deeply", current().at());
    }
    Query left = take().kind().equals("[?") ? filter(null) : bracket((f, v) -> v, true);
    while (strength() > strength) {
      left = infix(left);
    }
    depth--;
    return left;
  }

  private Query filter(@Nullable Query left) throws QueryError {
    Query condition = expression(0);
    expect("]");
    Query each = is("[]") ? (frame, input) -> input : following(21);
    Query source = left == null ? (frame, input) -> input : left;
    Query kept =
        (frame, input) ->
            Projecting.truth(condition.in(frame, input)) ? each.in(frame, input) : null;
    return new Query.Projection(source, kept);
  }

  /**
   * An index, a slice, a star or, at the beginning only, a list of queries; from its bracket on.
   */
  private Query bracket(Query left, boolean listAllowed) throws QueryError {
    if (is("number") || is(":")) {
      return indexOrSlice(left);
    }
    if (is("*") && words.get(at + 1).kind().equals("]")) {
      at += 2;
      return new Query.Projection(left, following(20));
    }
    if (!listAllowed) {
      throw unexpected();
    }
    return list();
  }

  private Query indexOrSlice(Query left) throws QueryError {
    Integer[] parts = {null, null, null};
    int colons = 0;
    while (!is("]")) {
      if (is(":") && colons < 2) {
        colons++;
        take();
      } else if (is("number") && parts[colons] == null) {
        parts[colons] = Integer.valueOf(take().text());
      } else {
        throw unexpected();
      }
    }
    expect("]");
    if (colons == 0) {
      int index = java.util.Objects.requireNonNull(parts[0]);
      return (frame, input) -> Projecting.index(left.in(frame, input), index);
    }
    Integer from = parts[0];
    Integer to = parts[1];
    int step = parts[2] == null ? 1 : parts[2];
    if (step == 0) {
      throw new QueryError("a slice's step cannot be 0", current().at());
    }
    return new Query.Projection(
        (frame, input) -> Projecting.slice(frame, left.in(frame, input), from, to, step),
        following(20));
  }

  private Query list() throws QueryError {
    List<Query> parts = new ArrayList<>();
    do {
      parts.add(expression(0));
    } while (more("]"));
    return (frame, input) -> {
      if (input == null) {
        return null;
      }
      List<@Nullable Object> values = new ArrayList<>();
      for (Query part : parts) {
        values.add(part.in(frame, input));
      }
      return Projecting.list(frame, values);
    };
  }

  private boolean more(String end) throws QueryError {
    if (is(",")) {
      take();
      return true;
    }
    expect(end);
    return false;
  }

  private Query record() throws QueryError {
    Map<String, Query> fields = new LinkedHashMap<>();
    do {
      if (!is("name") && !is("quoted")) {
        throw unexpected();
      }
      String name = take().text();
      expect(":");
      fields.put(name, expression(0));
    } while (more("}"));
    return (frame, input) -> {
      if (input == null) {
        return null;
      }
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (Map.Entry<String, Query> field : fields.entrySet()) {
        values.put(field.getKey(), field.getValue().in(frame, input));
      }
      frame.charge(values.size());
      return JsonObject.copyOf(values);
    };
  }

  private Query call(Word name) throws QueryError {
    take();
    List<Query> arguments = new ArrayList<>();
    if (is(")")) {
      take();
    } else {
      do {
        arguments.add(expression(0));
      } while (more(")"));
    }
    return QueryFunctions.call(name.text(), arguments, name.at());
  }
}
