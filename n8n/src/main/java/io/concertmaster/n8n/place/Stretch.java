package io.concertmaster.n8n.place;

import io.concertmaster.node.data.JsonArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A growing function from one axis to another: between its knots it is straight, outside of them it
 * only moves. So what stood before something else still does, what lay within something still does,
 * and every place can be found back.
 */
final class Stretch {
  /** Nothing is moved. */
  static final Stretch NONE = new Stretch(new double[0], new double[0]);

  private final double[] from;
  private final double[] to;

  private Stretch(double[] from, double[] to) {
    this.from = from;
    this.to = to;
  }

  /**
   * A part of the axis.
   *
   * @param start where it begins
   * @param end where it ends, not before the start
   * @param least how long it has to be at least after the stretching
   */
  record Part(double start, double end, double least) {}

  /**
   * The least stretching that gives every part the length that it needs. The first place keeps its
   * number; distances never get shorter.
   */
  static Stretch of(List<Part> parts) {
    TreeSet<Double> places = new TreeSet<>();
    for (Part part : parts) {
      places.add(part.start());
      places.add(part.end());
    }
    double[] from = places.stream().mapToDouble(Double::doubleValue).toArray();
    List<Part> byEnd = new ArrayList<>(parts);
    byEnd.sort(java.util.Comparator.comparingDouble(Part::end));
    double[] to = new double[from.length];
    int next = 0;
    for (int i = 0; i < from.length; i++) {
      to[i] = i == 0 ? from[0] : to[i - 1] + from[i] - from[i - 1];
      for (; next < byEnd.size() && byEnd.get(next).end() <= from[i]; next++) {
        Part part = byEnd.get(next);
        int start = Arrays.binarySearch(from, part.start());
        if (start < i) {
          to[i] = Math.max(to[i], to[start] + part.least());
        }
      }
    }
    return new Stretch(from, to).straightened();
  }

  /** The same without knots at which nothing bends. */
  private Stretch straightened() {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      boolean bends = i == 0 || i == from.length - 1 || Math.abs(slope(i - 1) - slope(i)) > 1e-12;
      if (bends) {
        kept.add(i);
      }
    }
    double[] knots = kept.stream().mapToDouble(i -> from[i]).toArray();
    double[] ends = kept.stream().mapToDouble(i -> to[i]).toArray();
    return new Stretch(knots, ends);
  }

  private double slope(int i) {
    return (to[i + 1] - to[i]) / (from[i + 1] - from[i]);
  }

  /** Where a place comes to lie. */
  double to(double place) {
    return along(from, to, place);
  }

  /** From where a place came. */
  double back(double place) {
    return along(to, from, place);
  }

  private static double along(double[] knots, double[] ends, double place) {
    if (knots.length == 0) {
      return place;
    }
    int last = knots.length - 1;
    if (place <= knots[0]) {
      return ends[0] + place - knots[0];
    }
    if (place >= knots[last]) {
      return ends[last] + place - knots[last];
    }
    int found = Arrays.binarySearch(knots, place);
    if (found >= 0) {
      return ends[found];
    }
    int after = -found - 1;
    double part = (place - knots[after - 1]) / (knots[after] - knots[after - 1]);
    return ends[after - 1] + part * (ends[after] - ends[after - 1]);
  }

  /** As files keep it: a list of the knots and one of their places. */
  JsonArray toJson() {
    return JsonArray.of(list(from), list(to));
  }

  private static JsonArray list(double[] numbers) {
    return JsonArray.of(Arrays.stream(numbers).boxed().toArray());
  }

  /** What {@link #toJson} made; nothing is moved where it is something else. */
  static Stretch ofJson(@Nullable Object json) {
    if (!(json instanceof JsonArray pair)
        || pair.size() != 2
        || !(pair.get(0) instanceof JsonArray from)
        || !(pair.get(1) instanceof JsonArray to)
        || from.size() != to.size()) {
      return NONE;
    }
    double[] knots = numbers(from);
    double[] ends = numbers(to);
    return grows(knots) && grows(ends) ? new Stretch(knots, ends) : NONE;
  }

  private static double[] numbers(JsonArray list) {
    return list.stream()
        .mapToDouble(each -> each instanceof Number number ? number.doubleValue() : Double.NaN)
        .toArray();
  }

  private static boolean grows(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i]) || (i > 0 && !(numbers[i] > numbers[i - 1]))) {
        return false;
      }
    }
    return true;
  }
}
