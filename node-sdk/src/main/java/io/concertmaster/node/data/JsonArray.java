package io.concertmaster.node.data;

import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list of values. It is a {@link java.util.List} for reading; elements may be {@code
 * null}.
 */
public final class JsonArray extends AbstractList<@Nullable Object> implements RandomAccess {
  private static final JsonArray EMPTY = new JsonArray(new Object[0]);

  private final @Nullable Object[] values;

  private JsonArray(@Nullable Object[] values) {
    this.values = values;
  }

  /** The list without elements. */
  public static JsonArray empty() {
    return EMPTY;
  }

  /** A list of values, each made into data by {@link Json#value}. */
  public static JsonArray of(@Nullable Object... values) {
    @Nullable Object[] data = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      data[i] = Json.value(values[i]);
    }
    return new JsonArray(data);
  }

  /** The list with a collection's elements, each made into data by {@link Json#value}. */
  public static JsonArray copyOf(Collection<? extends @Nullable Object> values) {
    return values instanceof JsonArray same ? same : of(values.toArray());
  }

  /** A list over an array that the caller gives away; the values must be data already. */
  public static JsonArray ofValues(@Nullable Object[] values) {
    return values.length == 0 ? EMPTY : new JsonArray(values);
  }

  @Override
  public @Nullable Object get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }

  /** Compact JSON text. */
  @Override
  public String toString() {
    return Json.write(this);
  }
}
