package io.concertmaster.node.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The names of a record's fields in their order, shared by all records that look alike.
 *
 * <p>Design note. A million rows of one file have one shape: a record is then a shape and an array
 * of values, 280 bytes for five fields where a {@code LinkedHashMap} takes 518, and adding a field
 * copies an array of references instead of a table. Shapes form a tree: {@link #with} leads from a
 * shape to the one with a field more, and remembers the way. The memory is bounded: past {@value
 * #REMEMBERED} remembered shapes (data whose field names are values, say) all are forgotten, and
 * those in use are learnt anew; past {@value #WIDE} fields none is remembered. Two shapes with the
 * same names may therefore be two objects; compare with {@link #equals}.
 */
public final class Shape {
  private static final int REMEMBERED = 4_000;

  /** Wider shapes are not remembered: each step towards them would copy all names before it. */
  private static final int WIDE = 256;

  /** Below this many fields a walk over the names is faster than a table. */
  private static final int WALK = 8;

  private static final AtomicInteger remembered = new AtomicInteger();
  private static final Shape EMPTY = new Shape(new String[0]);

  private final String[] names;
  private final Map<String, Integer> slots;
  private final Map<String, Shape> transitions = new ConcurrentHashMap<>(4);
  private final int hash;

  private Shape(String[] names) {
    this.names = names;
    this.hash = Arrays.hashCode(names);
    if (names.length > WALK) {
      Map<String, Integer> table = HashMap.newHashMap(names.length);
      for (int slot = 0; slot < names.length; slot++) {
        table.put(names[slot], slot);
      }
      this.slots = table;
    } else {
      this.slots = Map.of();
    }
  }

  /** The shape without fields. */
  public static Shape empty() {
    return EMPTY;
  }

  /**
   * The shape with these names in this order; a name that comes twice counts once, at its first
   * place.
   */
  public static Shape of(List<String> names) {
    Shape shape = EMPTY;
    for (String name : names) {
      Shape next = shape.remembered(name);
      if (next == null) {
        return new Shape(new LinkedHashSet<>(names).toArray(String[]::new));
      }
      shape = next;
    }
    return shape;
  }

  /** This shape with a field more at the end, or this shape where it has the field already. */
  public Shape with(String name) {
    Shape known = remembered(name);
    return known != null ? known : longer(name);
  }

  /**
   * {@link #with}, but {@code null} where the longer shape is too wide to be remembered: it is then
   * cheaper to collect all names first and to make one shape of them with {@link #of}.
   */
  @Nullable Shape remembered(String name) {
    Shape known = transitions.get(name);
    if (known != null) {
      return known;
    }
    if (slot(name) >= 0) {
      return this;
    }
    if (names.length >= WIDE) {
      return null;
    }
    Shape next = longer(name);
    if (remembered.incrementAndGet() > REMEMBERED) {
      remembered.set(0);
      EMPTY.transitions.clear();
      transitions.clear();
    }
    Shape raced = transitions.putIfAbsent(name, next);
    return raced != null ? raced : next;
  }

  private Shape longer(String name) {
    String[] longer = Arrays.copyOf(names, names.length + 1);
    longer[names.length] = name;
    return new Shape(longer);
  }

  /** The slot of a field, counted from 0, or -1 where there is no such field. */
  public int slot(String name) {
    if (names.length > WALK) {
      Integer slot = slots.get(name);
      return slot == null ? -1 : slot;
    }
    for (int slot = 0; slot < names.length; slot++) {
      if (names[slot].equals(name)) {
        return slot;
      }
    }
    return -1;
  }

  /** The name in a slot. */
  public String name(int slot) {
    return names[slot];
  }

  /** How many fields there are. */
  public int size() {
    return names.length;
  }

  /** The names in their order. */
  public List<String> names() {
    return List.of(names);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Shape shape
            && hash == shape.hash
            && Arrays.equals(names, shape.names));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(names);
  }
}
