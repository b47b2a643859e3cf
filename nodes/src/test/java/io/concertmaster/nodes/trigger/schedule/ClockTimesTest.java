package io.concertmaster.nodes.trigger.schedule;

import static io.concertmaster.nodes.trigger.schedule.Dues.cron;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTimesTest {
  @Test
  void a_time_that_the_clock_leaps_over_comes_right_after_the_leap() throws Exception {
    assertThat(cron("30 2 * * *", "Europe/Berlin", "2026-03-28T00:00+01:00", 3))
        .containsExactly(
            "2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
    assertThat(cron("0 0 * * *", "America/Sao_Paulo", "2018-11-03T12:00-03:00", 2))
        .containsExactly("2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00");
  }

  @Test
  void several_that_it_leaps_over_come_once() throws Exception {
    assertThat(cron("0,20,40 2,3 * * *", "America/New_York", "2026-03-08T01:00-05:00", 4))
        .containsExactly(
            "2026-03-08T03:00-04:00",
            "2026-03-08T03:20-04:00",
            "2026-03-08T03:40-04:00",
            "2026-03-09T02:00-04:00");
  }

  @Test
  void a_day_that_a_zone_leaves_out_has_its_run_at_its_end() throws Exception {
    assertThat(cron("0 6 * * *", "Pacific/Apia", "2011-12-29T05:00-10:00", 3))
        .containsExactly(
            "2011-12-29T06:00-10:00", "2011-12-31T00:00+14:00", "2011-12-31T06:00+14:00");
  }

  @Test
  void a_time_that_the_clock_shows_twice_comes_the_first_time() throws Exception {
    assertThat(cron("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00+02:00", 2))
        .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
    assertThat(cron("0,45 2 * * *", "Europe/Berlin", "2026-10-25T02:10+01:00", 1))
        .containsExactly("2026-10-26T02:00+01:00");
  }

  @Test
  void what_repeats_goes_on_with_real_time() throws Exception {
    assertThat(cron("0 * * * *", "Europe/Berlin", "2026-03-29T00:30+01:00", 3))
        .containsExactly(
            "2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00");
    assertThat(cron("0 * * * *", "Europe/Berlin", "2026-10-25T01:30+02:00", 4))
        .containsExactly(
            "2026-10-25T02:00+02:00",
            "2026-10-25T02:00+01:00",
            "2026-10-25T03:00+01:00",
            "2026-10-25T04:00+01:00");
    assertThat(cron("*/30 * * * *", "Europe/Berlin", "2026-10-25T02:15+02:00", 4))
        .containsExactly(
            "2026-10-25T02:30+02:00",
            "2026-10-25T02:00+01:00",
            "2026-10-25T02:30+01:00",
            "2026-10-25T03:00+01:00");
  }

  @Test
  void a_leap_of_half_an_hour_leaves_no_hour_without_its_run() throws Exception {
    assertThat(cron("15 * * * *", "Australia/Lord_Howe", "2026-10-04T01:00+10:30", 3))
        .containsExactly(
            "2026-10-04T01:15+10:30", "2026-10-04T02:30+11:00", "2026-10-04T03:15+11:00");
    assertThat(cron("45 * * * *", "Australia/Lord_Howe", "2026-10-04T01:00+10:30", 2))
        .containsExactly("2026-10-04T01:45+10:30", "2026-10-04T02:45+11:00");
  }

  @Test
  void minutes_of_a_named_hour_that_is_left_out_come_once_after_the_leap() throws Exception {
    assertThat(cron("*/20 2 * * *", "Europe/Berlin", "2026-03-28T12:00+01:00", 2))
        .containsExactly("2026-03-29T03:00+02:00", "2026-03-30T02:00+02:00");
    assertThat(cron("*/20 2 * * *", "Europe/Berlin", "2026-10-25T00:00+02:00", 7))
        .contains("2026-10-25T02:40+02:00", "2026-10-25T02:40+01:00")
        .endsWith("2026-10-26T02:00+01:00");
  }

  @Test
  void zones_without_changes_have_none() throws Exception {
    assertThat(cron("30 9 29 2 *", "Asia/Kolkata", "2026-01-01T00:00+05:30", 2))
        .containsExactly("2028-02-29T09:30+05:30", "2032-02-29T09:30+05:30");
    assertThat(cron("*/45 * * * * *", "UTC", "2026-01-01T00:00:44.5Z", 3))
        .containsExactly("2026-01-01T00:00:45Z", "2026-01-01T00:01Z", "2026-01-01T00:01:45Z");
  }
}
