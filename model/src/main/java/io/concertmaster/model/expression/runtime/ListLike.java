package io.concertmaster.model.expression.runtime;

import io.concertmaster.node.data.JsonArray;
import java.util.List;

/** An object that is a list besides: a list's methods can be used on it. */
public interface ListLike {
  /** Its elements. */
  JsonArray elements();

  /** The names of its fields beside the elements' indexes, in order. */
  default List<String> names() {
    return List.of();
  }
}
