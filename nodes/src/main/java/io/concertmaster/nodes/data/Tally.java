package io.concertmaster.nodes.data;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.nodes.condition.NumberLike;
import io.concertmaster.nodes.spill.Canonical;
import io.concertmaster.nodes.spill.ValueOrder;
import io.concertmaster.nodes.spill.Weight;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one calculation knows about one group so far. It goes to the disk as data and comes back by
 * {@link #merge}; tallies of a group are merged in the order of their items.
 */
sealed interface Tally {
  /** Takes a value; returns by how many bytes it grew. */
  long add(@Nullable Object value);

  /** Takes a value that is not there, where those are wanted. */
  default long addMissing() {
    return add(null);
  }

  /** What came out. */
  @Nullable Object result();

  /** All it knows, as data. */
  JsonArray state();

  /** Takes in what another tally of later items knows; returns by how many bytes it grew. */
  long merge(JsonArray state);

  /** How many there were. */
  final class Count implements Tally {
    private long count;

    @Override
    public long add(@Nullable Object value) {
      count++;
      return 0;
    }

    @Override
    public Object result() {
      return count;
    }

    @Override
    public JsonArray state() {
      return JsonArray.of(count);
    }

    @Override
    public long merge(JsonArray state) {
      count += state.get(0) instanceof Long other ? other : 0;
      return 0;
    }
  }

  /** Their sum or their average. */
  final class Sum implements Tally {
    private final NumberSum sum = new NumberSum();
    private final boolean average;

    Sum(boolean average) {
      this.average = average;
    }

    @Override
    public long add(@Nullable Object value) {
      if (value instanceof Number number) {
        sum.add(number);
      }
      return 0;
    }

    @Override
    public @Nullable Object result() {
      return average ? sum.average() : sum.sum();
    }

    @Override
    public JsonArray state() {
      return sum.state();
    }

    @Override
    public long merge(JsonArray state) {
      sum.merge(state);
      return 0;
    }
  }

  /** The smallest or the largest. */
  final class Extreme implements Tally {
    private final boolean largest;
    private final boolean likeNumbers;
    private @Nullable Object best;
    private @Nullable Object comparable;

    /** Of texts that look like numbers, by their numbers where that is wanted. */
    Extreme(boolean largest, boolean likeNumbers) {
      this.largest = largest;
      this.likeNumbers = likeNumbers;
    }

    private boolean beats(Object candidate, Object other) {
      int order = ValueOrder.EXACT.compare(candidate, other);
      return largest ? order > 0 : order < 0;
    }

    @Override
    public long add(@Nullable Object value) {
      if (value == null) {
        return 0;
      }
      Number number = likeNumbers ? NumberLike.of(value) : null;
      Object candidate = number == null ? value : number;
      if (comparable == null || beats(candidate, comparable)) {
        best = value;
        comparable = candidate;
      }
      return 0;
    }

    @Override
    public @Nullable Object result() {
      return best;
    }

    @Override
    public JsonArray state() {
      return JsonArray.ofValues(new @Nullable Object[] {best});
    }

    @Override
    public long merge(JsonArray state) {
      Object other = state.get(0);
      return other == null ? 0 : add(other);
    }
  }

  /** The first or the last. */
  final class End implements Tally {
    private final boolean last;
    private boolean any;
    private @Nullable Object value;

    End(boolean last) {
      this.last = last;
    }

    @Override
    public long add(@Nullable Object next) {
      any = true;
      if (last || value == null) {
        value = next;
      }
      return 0;
    }

    @Override
    public @Nullable Object result() {
      return value;
    }

    @Override
    public JsonArray state() {
      return JsonArray.ofValues(new @Nullable Object[] {any, value});
    }

    @Override
    public long merge(JsonArray state) {
      return Boolean.TRUE.equals(state.get(0)) ? add(state.get(1)) : 0;
    }
  }

  /** All of them, one after the other: as a list, or as a text. */
  final class Collected implements Tally {
    private final @Nullable String separator;
    private final List<@Nullable Object> values = new ArrayList<>();

    /** A list where there is no separator. */
    Collected(@Nullable String separator) {
      this.separator = separator;
    }

    @Override
    public long add(@Nullable Object value) {
      values.add(value);
      return Weight.of(value) + Long.BYTES;
    }

    @Override
    public long addMissing() {
      return add(separator == null ? null : "undefined");
    }

    @Override
    public Object result() {
      if (separator == null) {
        return JsonArray.copyOf(values);
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        text.append(i == 0 ? "" : separator);
        text.append(value == null ? "null" : FieldType.text(value));
      }
      return text.toString();
    }

    @Override
    public JsonArray state() {
      return JsonArray.copyOf(values);
    }

    @Override
    public long merge(JsonArray state) {
      values.addAll(state);
      return Weight.of(state);
    }
  }

  /** How many different ones there were. */
  final class Different implements Tally {
    private final Set<@Nullable Object> seen = new LinkedHashSet<>();
    private boolean missing;

    @Override
    public long add(@Nullable Object value) {
      return seen.add(Canonical.of(value)) ? Weight.of(value) + 64 : 0;
    }

    @Override
    public long addMissing() {
      missing = true;
      return 0;
    }

    @Override
    public Object result() {
      return (long) seen.size() + (missing ? 1 : 0);
    }

    @Override
    public JsonArray state() {
      return JsonArray.of(missing, JsonArray.copyOf(seen));
    }

    @Override
    public long merge(JsonArray state) {
      missing |= Boolean.TRUE.equals(state.get(0));
      long grown = 0;
      for (Object value : (JsonArray) Objects.requireNonNull(state.get(1))) {
        grown += add(value);
      }
      return grown;
    }
  }
}
