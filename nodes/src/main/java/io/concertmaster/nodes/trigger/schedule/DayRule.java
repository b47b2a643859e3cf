package io.concertmaster.nodes.trigger.schedule;

import java.time.LocalDate;

/** On which days something is due. */
interface DayRule {
  /** Every day. */
  DayRule ALL = day -> true;

  /** Whether it is due on a day. */
  boolean on(LocalDate day);

  /** Whether any day of a month can be one, 1 for January; a hint that lets a search leap. */
  default boolean in(int month) {
    return true;
  }
}
