package io.concertmaster.simulation.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A change of a zone's clock.
 *
 * @param at when, or some moment where there is none
 */
record Change(ZoneId zone, Instant at) {
  /** An hour forth and back, half an hour, two hours, at midnight, a whole day, and none. */
  static final List<Change> ALL =
      List.of(
          of("Europe/Berlin", "2026-03-29T01:00:00Z"),
          of("Europe/Berlin", "2026-10-25T01:00:00Z"),
          of("America/New_York", "2026-03-08T07:00:00Z"),
          of("America/New_York", "2026-11-01T06:00:00Z"),
          of("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
          of("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
          of("America/Sao_Paulo", "2018-02-18T02:00:00Z"),
          of("America/Sao_Paulo", "2018-11-04T03:00:00Z"),
          of("Antarctica/Troll", "2026-03-29T01:00:00Z"),
          of("Antarctica/Troll", "2026-10-25T01:00:00Z"),
          of("Pacific/Apia", "2011-12-30T10:00:00Z"),
          of("Asia/Kolkata", "2026-05-01T00:00:00Z"),
          of("UTC", "2026-12-31T23:00:00Z"));

  private static Change of(String zone, String at) {
    return new Change(ZoneId.of(zone), Instant.parse(at));
  }

  /** What the clock shows right before it. */
  LocalDateTime local() {
    return LocalDateTime.ofInstant(at.minusSeconds(1), zone);
  }
}
