package io.concertmaster.simulation.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What the clock of a zone shows in each second of some days. */
final class Labels {
  private final long from;
  private final long[] shown;

  Labels(ZoneId zone, Instant from, Instant to) {
    this.from = from.getEpochSecond();
    this.shown = new long[(int) (to.getEpochSecond() - this.from) + 1];
    for (int i = 0; i < shown.length; i++) {
      Instant moment = Instant.ofEpochSecond(this.from + i);
      shown[i] = moment.getEpochSecond() + zone.getRules().getOffset(moment).getTotalSeconds();
    }
  }

  int count() {
    return shown.length;
  }

  /** What is shown, in seconds since 1970 as if it were the time in Greenwich. */
  long shown(int second) {
    return shown[second];
  }

  Instant moment(int second) {
    return Instant.ofEpochSecond(from + second);
  }

  /** The place of a moment; the last second that is not after it. */
  int place(Instant moment) {
    return (int) (moment.getEpochSecond() - from);
  }

  static LocalDateTime time(long shown) {
    return LocalDateTime.ofEpochSecond(shown, 0, ZoneOffset.UTC);
  }
}
