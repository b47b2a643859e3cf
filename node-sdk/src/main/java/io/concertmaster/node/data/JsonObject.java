package io.concertmaster.node.data;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable record of named values that keeps the order of its fields: a {@link Shape} and one
 * value a slot. It is a {@link Map} for reading; the ways to change it ({@link #with}, {@link
 * #without}) give a new record. As everywhere, a value may be {@code null} (JSON null); {@link
 * #containsKey} tells it from absent. Two records are equal when they hold equal fields, whatever
 * their order.
 */
public final class JsonObject extends AbstractMap<String, @Nullable Object> {
  private static final JsonObject EMPTY = new JsonObject(Shape.empty(), new Object[0]);

  private final Shape shape;
  private final @Nullable Object[] values;

  private JsonObject(Shape shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  /** The record without fields. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** A record with one field. */
  public static JsonObject of(String name, @Nullable Object value) {
    return EMPTY.with(name, value);
  }

  /** A record with two fields. */
  public static JsonObject of(
      String name, @Nullable Object value, String name2, @Nullable Object value2) {
    return EMPTY.with(name, value).with(name2, value2);
  }

  /**
   * The record with a map's entries in the map's order, its values made into data by {@link
   * Json#value}.
   */
  public static JsonObject copyOf(Map<String, ? extends @Nullable Object> map) {
    if (map instanceof JsonObject same) {
      return same;
    }
    Builder builder = builder();
    map.forEach(builder::put);
    return builder.build();
  }

  /**
   * A record of a shape over an array of values, one a slot. The array is not copied: the caller
   * gives it away. The values must be data already.
   *
   * @throws IllegalArgumentException when there are not as many values as the shape has slots
   */
  public static JsonObject ofSlots(Shape shape, @Nullable Object[] values) {
    if (shape.size() != values.length) {
      throw new IllegalArgumentException(
          "a record of " + shape.size() + " fields needs as many values, got " + values.length);
    }
    return new JsonObject(shape, values);
  }

  /** Collects fields for a record. */
  public static Builder builder() {
    return new Builder();
  }

  /** The names of the fields in their order. */
  public Shape shape() {
    return shape;
  }

  /** The value in a slot of the shape. */
  public @Nullable Object slot(int slot) {
    return values[slot];
  }

  /** This record with a field set: in its place where it has one, at the end otherwise. */
  public JsonObject with(String name, @Nullable Object value) {
    Object data = Json.value(value);
    int slot = shape.slot(name);
    if (slot >= 0) {
      @Nullable Object[] changed = values.clone();
      changed[slot] = data;
      return new JsonObject(shape, changed);
    }
    @Nullable Object[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = data;
    return new JsonObject(shape.with(name), longer);
  }

  /** This record without a field; the same record where it has none of that name. */
  public JsonObject without(String name) {
    int gone = shape.slot(name);
    if (gone < 0) {
      return this;
    }
    Builder builder = builder();
    for (int slot = 0; slot < values.length; slot++) {
      if (slot != gone) {
        builder.put(shape.name(slot), values[slot]);
      }
    }
    return builder.build();
  }

  /** This record with all fields of another set, as by {@link #with}. */
  public JsonObject withAll(JsonObject other) {
    if (values.length == 0) {
      return other;
    }
    Builder builder = new Builder(this);
    for (int slot = 0; slot < other.values.length; slot++) {
      builder.put(other.shape.name(slot), other.values[slot]);
    }
    return builder.build();
  }

  @Override
  public @Nullable Object get(Object name) {
    int slot = name instanceof String text ? shape.slot(text) : -1;
    return slot < 0 ? null : values[slot];
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && shape.slot(text) >= 0;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return new Fields();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }

  /** Compact JSON text. */
  @Override
  public String toString() {
    return Json.write(this);
  }

  private final class Fields implements Iterator<Entry<String, @Nullable Object>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < values.length;
    }

    @Override
    public Entry<String, @Nullable Object> next() {
      if (next == values.length) {
        throw new NoSuchElementException();
      }
      int slot = next++;
      return new SimpleImmutableEntry<>(shape.name(slot), values[slot]);
    }
  }

  /**
   * Collects fields in order; a field put twice keeps its first place and its last value. It goes
   * from shape to shape while those are remembered, and from there on keeps a table of its own, so
   * that an object of a million fields takes a million steps.
   */
  public static final class Builder {
    private Shape shape;
    private @Nullable Map<String, Integer> table;
    private @Nullable Object[] values;
    private int size;

    private Builder() {
      shape = Shape.empty();
      values = new Object[8];
    }

    private Builder(JsonObject start) {
      shape = start.shape;
      values = Arrays.copyOf(start.values, start.values.length + 8);
      size = start.values.length;
    }

    /** Sets a field to a value, made into data by {@link Json#value}. */
    public Builder put(String name, @Nullable Object value) {
      Object data = Json.value(value);
      int slot = slotFor(name);
      if (slot < size) {
        values[slot] = data;
        return this;
      }
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = data;
      return this;
    }

    /** The slot of a field that is there, or the next free one, which is then the field's. */
    private int slotFor(String name) {
      if (table == null) {
        Shape next = shape.remembered(name);
        if (next != null) {
          boolean there = next.size() == shape.size();
          shape = next;
          return there ? shape.slot(name) : size;
        }
        table = new LinkedHashMap<>();
        for (int slot = 0; slot < size; slot++) {
          table.put(shape.name(slot), slot);
        }
      }
      Integer slot = table.putIfAbsent(name, size);
      return slot == null ? size : slot;
    }

    /** The record of what was put so far. */
    public JsonObject build() {
      if (size == 0) {
        return EMPTY;
      }
      Shape done = table == null ? shape : Shape.of(List.copyOf(table.keySet()));
      return new JsonObject(done, Arrays.copyOf(values, size));
    }
  }
}
