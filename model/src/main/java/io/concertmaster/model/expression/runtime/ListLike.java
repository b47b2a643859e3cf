package io.concertmaster.model.expression.runtime;

import io.concertmaster.node.data.JsonArray;

/** An object that is a list besides: a list's methods can be used on it. */
public interface ListLike {
  /** Its elements. */
  JsonArray elements();
}
