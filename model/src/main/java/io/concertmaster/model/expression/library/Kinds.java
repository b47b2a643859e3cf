package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.library.regexp.RegExpValue;
import io.concertmaster.model.expression.library.time.DateTimeValue;
import io.concertmaster.model.expression.library.time.DateValue;
import io.concertmaster.model.expression.library.time.DurationValue;
import io.concertmaster.model.expression.library.time.IntervalValue;
import io.concertmaster.model.expression.library.time.IntlDates;
import io.concertmaster.model.expression.library.time.ZoneValue;
import io.concertmaster.model.expression.runtime.ObjectKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every kind of object that the library makes. */
public final class Kinds {
  private static final List<ObjectKind<?>> ALL = all();

  private Kinds() {}

  /** All kinds. */
  public static List<ObjectKind<?>> list() {
    return ALL;
  }

  private static List<ObjectKind<?>> all() {
    DateTimeValue date = DateTimeValue.of(0, ZoneOffset.UTC, Locale.US);
    List<ObjectKind<?>> all = new ArrayList<>(CollectionValue.kinds());
    all.add(IteratorValue.what());
    all.addAll(TypedArray.kindList());
    all.add(ErrorValue.KIND);
    all.add(CustomData.KIND);
    all.add(IntlNumbers.KIND);
    all.add(IntlDates.KIND);
    all.add(RegExpValue.what());
    all.addAll(
        List.of(
            date.kind(),
            new DateValue(0).kind(),
            DurationValue.of(Map.of()).kind(),
            IntervalValue.of(date, date).kind(),
            ZoneValue.KIND));
    return List.copyOf(all);
  }
}
