package io.concertmaster.nodes.trigger.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.nodes.trigger.ScheduleTrigger;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTimesTest {
  private static final String BERLIN = "Europe/Berlin";

  private static Listening.Clock listening(String entries, String since) throws Exception {
    JsonObject settings = JsonObject.of("times", Json.parse("[" + entries + "]"));
    return (Listening.Clock)
        new ScheduleTrigger()
            .listening(settings, ZoneId.of(BERLIN), Dues.instant(since))
            .orElseThrow();
  }

  private static List<String> due(String entry, String since, int count) throws Exception {
    return Dues.of(listening(entry, since).times(), BERLIN, Dues.instant(since), count);
  }

  @Test
  void days_weeks_and_months_count_from_the_first_that_comes() throws Exception {
    assertThat(due("{\"every\":3,\"hour\":6}", "2026-03-27T07:00+01:00", 3))
        .containsExactly(
            "2026-03-28T06:00+01:00", "2026-03-31T06:00+02:00", "2026-04-03T06:00+02:00");
    assertThat(
            due(
                "{\"unit\":\"weeks\",\"every\":2,\"weekdays\":[0,1],\"hour\":9}",
                "2026-06-01T10:00+02:00",
                4))
        .containsExactly(
            "2026-06-07T09:00+02:00",
            "2026-06-08T09:00+02:00",
            "2026-06-21T09:00+02:00",
            "2026-06-22T09:00+02:00");
    assertThat(
            due("{\"unit\":\"months\",\"every\":2,\"dayOfMonth\":31}", "2026-01-05T00:00+01:00", 4))
        .containsExactly(
            "2026-01-31T00:00+01:00",
            "2026-03-31T00:00+02:00",
            "2026-05-31T00:00+02:00",
            "2026-07-31T00:00+02:00");
    assertThat(due("{\"unit\":\"months\",\"dayOfMonth\":31}", "2026-02-01T00:00+01:00", 2))
        .containsExactly("2026-02-28T00:00+01:00", "2026-03-31T00:00+02:00");
  }

  @Test
  void spans_that_divide_the_day_keep_to_the_clock() throws Exception {
    assertThat(due("{\"unit\":\"hours\",\"every\":6,\"minute\":30}", "2026-03-28T22:00+01:00", 3))
        .containsExactly(
            "2026-03-29T00:30+01:00", "2026-03-29T06:30+02:00", "2026-03-29T12:30+02:00");
    assertThat(due("{\"unit\":\"minutes\",\"every\":20}", "2026-03-29T01:30+01:00", 3))
        .containsExactly(
            "2026-03-29T01:40+01:00", "2026-03-29T03:00+02:00", "2026-03-29T03:20+02:00");
  }

  @Test
  void other_spans_are_as_long_as_they_say() throws Exception {
    assertThat(due("{\"unit\":\"hours\",\"every\":5}", "2026-03-28T18:00+01:00", 3))
        .containsExactly(
            "2026-03-28T20:00+01:00", "2026-03-29T01:00+01:00", "2026-03-29T07:00+02:00");
    assertThat(due("{\"unit\":\"seconds\",\"every\":45}", "2026-06-01T00:00:10+02:00", 3))
        .containsExactly(
            "2026-06-01T00:00:45+02:00", "2026-06-01T00:01:30+02:00", "2026-06-01T00:02:15+02:00");
    assertThat(due("{\"unit\":\"minutes\",\"every\":90}", "2026-06-01T23:00+02:00", 2))
        .containsExactly("2026-06-02T00:00+02:00", "2026-06-02T01:30+02:00");
  }

  @Test
  void a_moment_of_several_entries_counts_once() throws Exception {
    assertThat(
            due(
                "{\"hour\":6},{\"unit\":\"cron\",\"cron\":\"0 6,7 * * *\"}",
                "2026-06-01T00:00+02:00",
                3))
        .containsExactly(
            "2026-06-01T06:00+02:00", "2026-06-01T07:00+02:00", "2026-06-02T06:00+02:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|every day at 00:00",
        "{'every':2,'hour':6,'minute':5}|every 2 days at 06:05",
        "{'unit':'hours','minute':1}|every hour at 1 minute past the hour",
        "{'unit':'minutes','every':5}|every 5 minutes",
        "{'unit':'weeks','weekdays':[1,3],'hour':9}|every Monday, Wednesday at 09:00",
        "{'unit':'weeks','every':2}|every 2 weeks on Sunday at 00:00",
        "{'unit':'months','dayOfMonth':15}|every month on day 15 at 00:00",
        "{'unit':'cron','cron':'0 9 * * 1-5'}|Monday to Friday at 09:00",
        "{'unit':'cron','cron':'30 0 6 * * *'}|every day at 06:00:30",
        "{'unit':'cron','cron':'*/15 * * * 6,7'}|every 15 minutes, every Saturday, Sunday",
        "{'unit':'cron','cron':'7 * * * *'}|every hour at 7 minutes past the hour",
        "{'unit':'cron','cron':'0 9 1 * *'}|every month on day 1 at 09:00",
        "{'unit':'cron','cron':'0 9 L 2 *'}|at the times of the cron expression “0 9 L 2 *”",
        "{},{'hour':12}|every day at 00:00; every day at 12:00"
      })
  void words_say_it(String entries, String words) throws Exception {
    assertThat(listening(entries.replace('\'', '"'), "2026-06-01T00:00+02:00").words())
        .isEqualTo(words + ", Europe/Berlin");
  }

  @Test
  void what_is_wrong_is_named_with_its_place() {
    assertThatThrownBy(
            () -> listening("{},{\"unit\":\"cron\",\"cron\":\"x\"}", "2026-06-01T00:00Z"))
        .isInstanceOfSatisfying(
            NodeException.class, e -> assertThat(e.property()).isEqualTo("times[1].cron"));
    assertThatThrownBy(() -> listening("{\"hour\":24}", "2026-06-01T00:00Z"))
        .hasMessage("the setting “hour” of a schedule is a whole number from 0 to 23, not 24");
    assertThatThrownBy(() -> listening("{\"every\":\"={{ 2 }}\"}", "2026-06-01T00:00Z"))
        .hasMessageContaining("has no data for expressions");
    assertThatThrownBy(() -> listening("", "2026-06-01T00:00Z"))
        .hasMessage("the schedule has no times: add one");
  }
}
