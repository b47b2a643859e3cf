package io.concertmaster.nodes.trigger.schedule;

import io.concertmaster.node.Timetable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The moments of several timetables; one that several have counts once. */
record Several(List<Timetable> all) implements Timetable {
  Several {
    all = List.copyOf(all);
  }

  @Override
  public Optional<Instant> after(Instant moment) {
    return all.stream().flatMap(each -> each.after(moment).stream()).min(Comparator.naturalOrder());
  }
}
