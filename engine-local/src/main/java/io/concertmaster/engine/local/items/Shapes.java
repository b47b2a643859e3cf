package io.concertmaster.engine.local.items;

import io.concertmaster.node.data.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shapes by number, in the order in which they first showed. Past so many none is taken in any
 * more: records of such shapes are written with their names.
 */
final class Shapes {
  /** The number of a shape that is not here and finds no room. */
  static final int NONE = -1;

  private final int most;
  private final List<Shape> all = new ArrayList<>();
  private final Map<Shape, Integer> numbers = new HashMap<>();
  private @Nullable Shape latest;
  private int latestNumber;

  Shapes(int most) {
    this.most = most;
  }

  /** How many there can be; no shape has this number. */
  int most() {
    return most;
  }

  int size() {
    return all.size();
  }

  /** The shape of a number; past the end an index error. */
  Shape get(int number) {
    return all.get(number);
  }

  /** Takes in a shape that is read from a dictionary. */
  void add(Shape shape) {
    all.add(shape);
  }

  /** The number of a shape. */
  int number(Shape shape) {
    if (latest != null && shape.equals(latest)) {
      return latestNumber;
    }
    Integer known = numbers.get(shape);
    if (known == null) {
      if (all.size() >= most) {
        return NONE;
      }
      known = all.size();
      numbers.put(shape, known);
      all.add(shape);
    }
    latest = shape;
    latestNumber = known;
    return known;
  }

  void clear() {
    all.clear();
    numbers.clear();
    latest = null;
  }
}
