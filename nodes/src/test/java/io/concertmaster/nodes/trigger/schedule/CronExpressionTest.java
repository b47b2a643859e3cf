package io.concertmaster.nodes.trigger.schedule;

import static io.concertmaster.nodes.trigger.schedule.Dues.cron;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {
  private static List<String> days(String text, int count) throws Exception {
    return cron(text, "UTC", "2026-01-01T00:00Z", count).stream()
        .map(each -> each.substring(0, 10))
        .toList();
  }

  @Test
  void fields_are_numbers_names_lists_ranges_and_steps() throws Exception {
    assertThat(cron("5-10/5,30 8,20 * Jan-Mar,12 *", "UTC", "2026-03-31T08:05Z", 4))
        .containsExactly(
            "2026-03-31T08:10Z", "2026-03-31T08:30Z", "2026-03-31T20:05Z", "2026-03-31T20:10Z");
    assertThat(days("0 9 * * FRI-sun", 4))
        .containsExactly("2026-01-02", "2026-01-03", "2026-01-04", "2026-01-09");
    assertThat(days("0 9 * * 7", 1)).isEqualTo(days("0 9 * * 0", 1)).containsExactly("2026-01-04");
    assertThat(cron("10/20 6 * * *", "UTC", "2026-01-01T00:00Z", 4))
        .containsExactly(
            "2026-01-01T06:10Z", "2026-01-01T06:30Z", "2026-01-01T06:50Z", "2026-01-02T06:10Z");
  }

  @Test
  void a_sixth_field_in_front_is_seconds() throws Exception {
    assertThat(cron("30,40 0 6 * * ?", "UTC", "2026-01-01T00:00Z", 2))
        .containsExactly("2026-01-01T06:00:30Z", "2026-01-01T06:00:40Z");
  }

  @Test
  void of_days_of_the_month_and_of_the_week_either_is_enough() throws Exception {
    assertThat(days("0 9 13 * FRI", 4))
        .containsExactly("2026-01-02", "2026-01-09", "2026-01-13", "2026-01-16");
  }

  @Test
  void days_are_counted_from_the_end_and_by_weeks() throws Exception {
    assertThat(days("0 9 L * *", 2)).containsExactly("2026-01-31", "2026-02-28");
    assertThat(days("0 9 L-2 * *", 1)).containsExactly("2026-01-29");
    assertThat(days("0 9 LW * *", 2)).containsExactly("2026-01-30", "2026-02-27");
    assertThat(days("0 9 1W * *", 3)).containsExactly("2026-01-01", "2026-02-02", "2026-03-02");
    assertThat(days("0 9 * * MON#1", 2)).containsExactly("2026-01-05", "2026-02-02");
    assertThat(days("0 9 * * 5L", 2)).containsExactly("2026-01-30", "2026-02-27");
    assertThat(days("@monthly", 1)).containsExactly("2026-02-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "61 * * * *|“61” is not right: the minutes go from 0 to 59",
        "* * * foo *|“foo” is not right: the months go from 1 to 12, or from jan to dec",
        "* 22-2 * * *|“22-2” is not right: the hours have ranges that go up: write 22-23,0-2",
        "*/0 * * * *|“/0” is not right: the minutes have steps from 1 on, such as */5",
        "* * *|it has 3 parts: write five (minute, hour, day, month, day of the week), or six",
        "@often|the names are @hourly, @daily, @weekly, @monthly and @yearly",
        "0 0 30 2 *|it names a day that never comes: change the day or the month",
        "0 0 * * 1#6|“1#6” is not right: the days of the week are counted in a month from #1 to",
        "1,,2 * * * *|“” is not right: the minutes are numbers, ranges such as 1-5"
      })
  void what_is_wrong_is_named_with_what_to_write(String text, String message) {
    assertThatThrownBy(() -> CronExpression.read(text))
        .hasMessageStartingWith("the cron expression “" + text + "” cannot be used: ")
        .hasMessageContaining(message);
  }
}
