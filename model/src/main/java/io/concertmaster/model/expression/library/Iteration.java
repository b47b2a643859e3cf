package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.model.expression.runtime.ObjectValue;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import org.jspecify.annotations.Nullable;

/** What can be iterated over: lists, texts, maps, sets and typed arrays. */
public final class Iteration {
  private Iteration() {}

  /**
   * An iterator.
   *
   * @param of its name: {@code RegExp String Iterator}
   * @param elements what it goes through
   */
  public static ObjectValue over(String of, JsonArray elements) {
    return new IteratorValue(of, elements);
  }

  /** What a pair holds. */
  record Pair(@Nullable Object key, @Nullable Object value) {}

  /** The pair that an object is, by its first two indexes; a TypeError where it is no object. */
  static Pair pair(@Nullable Object given) {
    return switch (given) {
      case JsonArray list -> pairOf(list.toArray());
      case ListLike list -> pairOf(list.elements().toArray());
      case JsonObject record ->
          new Pair(
              record.getOrDefault("0", Undefined.VALUE), record.getOrDefault("1", Undefined.VALUE));
      case null, default -> {
        if (given == null || !Conversions.isObject(given)) {
          throw Failure.type("pairs are needed: [[key, value], …]");
        }
        yield new Pair(Undefined.VALUE, Undefined.VALUE);
      }
    };
  }

  private static Pair pairOf(@Nullable Object[] values) {
    return new Pair(Arguments.at(values, 0), Arguments.at(values, 1));
  }

  /** The elements of a value; a TypeError where it has none. */
  public static JsonArray elements(Frame frame, @Nullable Object value) {
    return switch (value) {
      case JsonArray array -> array;
      case String text -> {
        frame.chargeArray(text.length());
        yield ArrayMethods.list(frame, text.codePoints().mapToObj(Character::toString).toArray());
      }
      case ListLike list -> list.elements();
      case CollectionValue collection -> collection.elements(frame);
      case IteratorValue iterator -> iterator.rest(frame);
      case TypedArray typed -> typed.elements(frame);
      case Boxed(Object inner) when inner instanceof String text -> elements(frame, text);
      case null, default -> throw Failure.type("only lists and texts can be iterated over");
    };
  }
}
