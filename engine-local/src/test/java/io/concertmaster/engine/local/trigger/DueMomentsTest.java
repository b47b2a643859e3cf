package io.concertmaster.engine.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Listening.Missed;
import io.concertmaster.node.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DueMomentsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static Timetable every(int seconds) {
    return moment ->
        Optional.of(
            Instant.ofEpochSecond((Math.floorDiv(moment.getEpochSecond(), seconds) + 1) * seconds));
  }

  private static DueMoments due(int seconds, String settled, String now, Missed missed) {
    return DueMoments.of(every(seconds), Instant.parse(settled), Instant.parse(now), missed);
  }

  @Test
  void what_is_due_has_its_run_up_to_a_minute_late_whatever_the_policy() {
    for (Missed missed : Missed.values()) {
      DueMoments due = due(10, "2026-06-01T12:00:00Z", "2026-06-01T12:01:00Z", missed);
      assertThat(due.runs())
          .hasSize(6)
          .startsWith(NOON.plusSeconds(10))
          .endsWith(NOON.plusSeconds(60));
      assertThat(due.settled()).isEqualTo(NOON.plusSeconds(60));
    }
  }

  @Test
  void nothing_is_due_twice_nor_before_its_moment() {
    DueMoments due = due(10, "2026-06-01T12:00:10Z", "2026-06-01T12:00:19.999Z", Missed.ALL);
    assertThat(due.runs()).isEmpty();
    assertThat(due.settled()).isEqualTo(NOON.plusSeconds(10));
    assertThat(due(10, "2026-06-01T13:00:00Z", "2026-06-01T12:00:00Z", Missed.ALL).runs())
        .isEmpty();
  }

  @Test
  void what_was_missed_is_left_out_or_has_one_run_or_has_all() {
    String from = "2026-06-01T09:00:00Z";
    String to = "2026-06-01T12:10:00Z";
    assertThat(due(3_600, from, to, Missed.SKIP).runs()).isEmpty();
    assertThat(due(3_600, from, to, Missed.SKIP).settled()).isEqualTo(NOON);
    assertThat(due(3_600, from, to, Missed.ONCE).runs()).containsExactly(NOON);
    assertThat(due(3_600, from, to, Missed.ALL).runs())
        .containsExactly(NOON.minusSeconds(7_200), NOON.minusSeconds(3_600), NOON);
  }

  @Test
  void one_that_was_missed_and_one_that_is_on_time_both_have_their_run() {
    assertThat(due(3_600, "2026-06-01T09:00:00Z", "2026-06-01T12:00:05Z", Missed.ONCE).runs())
        .containsExactly(NOON.minusSeconds(3_600), NOON);
    assertThat(due(3_600, "2026-06-01T09:00:00Z", "2026-06-01T12:00:05Z", Missed.SKIP).runs())
        .containsExactly(NOON);
  }

  @Test
  void after_a_year_the_newest_thousand_are_found_without_walking_through_it() {
    AtomicInteger asked = new AtomicInteger();
    Timetable everySecond =
        moment -> {
          asked.incrementAndGet();
          return every(1).after(moment);
        };
    DueMoments due = DueMoments.of(everySecond, NOON.minus(Duration.ofDays(365)), NOON, Missed.ALL);
    assertThat(due.runs()).hasSize(DueMoments.MOST + 61).endsWith(NOON).doesNotHaveDuplicates();
    assertThat(asked.get()).isLessThan(10_000);
  }

  @Test
  void rare_moments_are_found_however_far_back() {
    Timetable once = moment -> Optional.of(NOON).filter(moment::isBefore);
    Instant later = NOON.plus(Duration.ofDays(3_000));
    assertThat(DueMoments.of(once, NOON.minusSeconds(1), later, Missed.ONCE).runs())
        .containsExactly(NOON);
  }
}
