package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.Undefined;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.model.expression.runtime.JsFunction;
import org.jspecify.annotations.Nullable;

/**
 * A stable merge sort in JavaScript's order: undefined goes last, without a comparison function
 * values go by their text. Java's own sort may refuse a comparison that contradicts itself; this
 * one takes what it gets and ends.
 */
final class Sorting {
  private final Frame frame;
  private final @Nullable JsFunction order;

  Sorting(Frame frame, @Nullable JsFunction order) {
    this.frame = frame;
    this.order = order;
  }

  /** Sorts an array in place, and gives it back. */
  @Nullable Object[] sort(@Nullable Object[] values) {
    int defined = 0;
    @Nullable Object[] sorted = new @Nullable Object[values.length];
    for (Object value : values) {
      if (value != Undefined.VALUE) {
        sorted[defined++] = value;
      }
    }
    for (int i = defined; i < sorted.length; i++) {
      sorted[i] = Undefined.VALUE;
    }
    if (order == null) {
      String[] texts = new String[defined];
      for (int i = 0; i < defined; i++) {
        texts[i] = Conversions.text(frame, sorted[i]);
      }
      byText(sorted, texts, 0, defined, new @Nullable Object[defined], new String[defined]);
    } else {
      byFunction(order, sorted, 0, defined, new @Nullable Object[defined]);
    }
    return sorted;
  }

  private void byText(
      @Nullable Object[] values,
      String[] texts,
      int from,
      int to,
      @Nullable Object[] spare,
      String[] spareTexts) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    byText(values, texts, from, middle, spare, spareTexts);
    byText(values, texts, middle, to, spare, spareTexts);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight = left == middle;
      if (!takeRight && right < to) {
        frame.chargeScan(Math.min(texts[left].length(), texts[right].length()));
        takeRight = texts[right].compareTo(texts[left]) < 0;
      }
      int taken = takeRight ? right++ : left++;
      spare[i] = values[taken];
      spareTexts[i] = texts[taken];
    }
    System.arraycopy(spare, from, values, from, to - from);
    System.arraycopy(spareTexts, from, texts, from, to - from);
  }

  private void byFunction(
      JsFunction compare, @Nullable Object[] values, int from, int to, @Nullable Object[] spare) {
    if (to - from < 2) {
      return;
    }
    int middle = (from + to) >>> 1;
    byFunction(compare, values, from, middle, spare);
    byFunction(compare, values, middle, to, spare);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeRight = left == middle;
      if (!takeRight && right < to) {
        frame.charge(1);
        takeRight =
            Conversions.number(frame, compare.callBoth(frame, values[left], values[right])) > 0;
      }
      spare[i] = values[takeRight ? right++ : left++];
    }
    System.arraycopy(spare, from, values, from, to - from);
  }
}
