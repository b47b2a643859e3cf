package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.ListLike;
import io.concertmaster.node.data.JsonArray;
import org.jspecify.annotations.Nullable;

/** What can be iterated over: lists, texts, maps, sets and typed arrays. */
public final class Iteration {
  private Iteration() {}

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
