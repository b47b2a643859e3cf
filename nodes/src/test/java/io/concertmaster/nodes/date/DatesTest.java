package io.concertmaster.nodes.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  private static NodeRun dates(String operation, @Nullable Object date) {
    return NodeRun.of(new Dates())
        .with("operation", operation)
        .with("date", date)
        .with("as", "d")
        .with("keepFields", false)
        .zone(ZoneId.of("America/New_York"))
        .input(Item.of("a", 1));
  }

  private static @Nullable Object result(NodeRun run) throws Exception {
    return run.run().records().getFirst().get("d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-04-11T13:51:59.965Z | 2023-04-11 09:51:59.965 -04:00",
        "2023-04-11 | 2023-04-11 00:00:00.000 -04:00",
        "2023-04-11T10:00+02:00 | 2023-04-11 04:00:00.000 -04:00",
        "2023-W15-2 | 2023-04-11 00:00:00.000 -04:00",
        "2023-101 | 2023-04-11 00:00:00.000 -04:00",
        "20230411T0930 | 2023-04-11 09:30:00.000 -04:00",
        "04/11/2023 | 2023-04-10 20:00:00.000 -04:00",
        "Apr 11, 2023 3:30 PM | 2023-04-11 11:30:00.000 -04:00",
        "11 April 2023 | 2023-04-10 20:00:00.000 -04:00",
        "Tue, 11 Apr 2023 15:30:00 +0200 | 2023-04-11 09:30:00.000 -04:00",
        "Tue Apr 11 2023 15:30:00 GMT+0200 (Central European Summer Time) | 2023-04-11 09:30:00.000 -04:00",
        "1682918315906 | 2023-05-01 01:18:35.906 -04:00",
        "1682918315.906 | 2023-05-01 01:18:35.906 -04:00",
        "1682918315 | 2023-05-01 01:18:35.000 -04:00"
      })
  void dates_are_read_in_many_forms(String text, String expected) throws Exception {
    assertThat(result(dates("format", text).with("format", "yyyy-MM-dd HH:mm:ss.SSS ZZ")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"31.04.23x", "'',", "next week", "2023-13-01", "1/2/3/4", "25:99"})
  void what_is_no_date_puts_the_item_aside(String text) throws Exception {
    assertThat(dates("format", text == null ? "" : text).run().rejected())
        .singleElement()
        .satisfies(each -> assertThat(each.error()).hasMessageContaining("is no date"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "luxon | d MMM yy, EEEE 'at' h a | 5 Feb 26, Thursday at 2 PM",
        "luxon | LLLL q W o E kkkk S u X x | February 1 6 36 4 2026 7 007 1770300309 1770300309007",
        "luxon | DD t z ZZZ Z | Feb 5, 2026, 9 AM zone",
        "moment | dddd Do MMMM YYYY, h:mm a | Thursday 5th February 2026, 2:05 pm",
        "moment | [on] YY-M-D H k ss SSS X Z ZZ Q E | on 26-2-5 14 14 09 007 1770300309 +00:00 +0000 1 4",
        "moment | LT L LLL DDDD dd ww | 2:05 PM 02/05/2026 February 5, 2026 2:05 PM 036 Th 06"
      })
  void letters_say_the_form(String letters, String form, String expected) throws Exception {
    String wanted = expected.endsWith("zone") ? "Feb 5, 2026 2:05 PM Etc/UTC +0000 +0" : expected;
    assertThat(
            result(
                dates("format", "2026-02-05T14:05:09.007Z")
                    .with("letters", letters)
                    .with("format", form)
                    .with("zone", "named")
                    .with("zoneName", "Etc/UTC")))
        .isEqualTo(wanted);
  }

  @Test
  void dates_are_read_in_a_given_form() throws Exception {
    assertThat(
            result(
                dates("format", "5.2.26 02:30 PM")
                    .with("fromFormat", "d.M.yy hh:mm a")
                    .with("format", "yyyy-MM-dd HH:mm")))
        .isEqualTo("2026-02-05 14:30");
    assertThat(
            result(
                dates("format", "2022-01-12 tail")
                    .with("letters", "moment")
                    .with("fromFormat", "YYYY-DD-MM")
                    .with("fromZone", "US/Hawaii")
                    .with("format", "MM-DD-YYYY HH")))
        .isEqualTo("12-01-2022 05");
    assertThat(dates("format", "x").with("fromFormat", "yyyy").run().rejected())
        .singleElement()
        .satisfies(each -> assertThat(each.error()).hasMessageContaining("in the form yyyy"));
  }

  @ParameterizedTest
  @CsvSource({
    "add, 1, months, 2026-02-28T00:00:00.000-05:00",
    "add, 2, quarters, 2026-07-31T00:00:00.000-04:00",
    "subtract, 1.5, days, 2026-01-29T12:00:00.000-05:00",
    "add, 90, minutes, 2026-01-31T01:30:00.000-05:00",
    "subtract, 1, year, 2025-01-31T00:00:00.000-05:00"
  })
  void dates_are_moved_by_the_calendar(
      String operation, double amount, String unit, String expected) throws Exception {
    assertThat(result(dates(operation, "2026-01-31").with("amount", amount).with("unit", unit)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "down, months, 2026-02-01T00:00:00.000-05:00",
    "up, months, 2026-03-01T00:00:00.000-05:00",
    "down, weeks, 2026-02-02T00:00:00.000-05:00",
    "up, hours, 2026-02-05T10:00:00.000-05:00",
    "down, quarters, 2026-01-01T00:00:00.000-05:00"
  })
  void dates_are_rounded(String rounding, String unit, String expected) throws Exception {
    assertThat(
            result(
                dates("round", "2026-02-05T14:05:09Z")
                    .with("rounding", rounding)
                    .with("roundTo", unit)))
        .isEqualTo(expected);
  }

  @Test
  void the_time_between_dates_is_in_whole_units_and_a_fraction() throws Exception {
    NodeRun run =
        dates("between", "2026-01-31T00:00:00Z")
            .with("end", "2026-03-02T12:00:00Z")
            .with("zone", "named")
            .with("zoneName", "UTC")
            .with("units", List.of("months", "days", "hour"));
    assertThat(result(run)).isEqualTo(Json.parse("{\"months\":1,\"days\":2,\"hours\":12}"));
    assertThat(result(run.with("resultAs", "iso"))).isEqualTo("P1M2DT12H");
    assertThat(result(dates("between", "2026-01-02T12:00:00Z").with("end", "2026-01-01T00:00:00Z")))
        .isEqualTo(JsonObject.of("days", -1.5));
    assertThat(
            result(
                dates("between", "2026-01-01").with("end", "2026-01-01").with("resultAs", "iso")))
        .isEqualTo("PT0S");
  }

  @Test
  void parts_and_the_current_date_can_be_had() throws Exception {
    assertThat(result(dates("extract", "2026-02-05T14:05:09Z").with("part", "hour"))).isEqualTo(9L);
    assertThat(result(dates("extract", "2026-02-05").with("part", "week"))).isEqualTo(6L);
    assertThat(result(dates("now", null))).isEqualTo("2026-01-05T04:30:00.000-05:00");
    assertThat(result(dates("now", null).with("withTime", false)))
        .isEqualTo("2026-01-05T00:00:00.000-05:00");
  }

  @Test
  void nothing_stays_nothing_and_the_date_can_keep_its_zone() throws Exception {
    assertThat(dates("format", null).run().records()).containsExactly(JsonObject.of("d", null));
    assertThat(
            result(
                dates("format", "2026-02-05T14:05:09+02:00")
                    .with("zone", "own")
                    .with("format", "HH ZZ")))
        .isEqualTo("14 +02:00");
    assertThat(dates("format", "2026-02-05").with("keepFields", true).run().records())
        .containsExactly(JsonObject.of("a", 1, "d", "2026-02-05"));
    assertThat(dates("format", "1").with("zone", "named").with("zoneName", "Mars").run().rejected())
        .singleElement()
        .satisfies(each -> assertThat(each.error()).hasMessageContaining("no time zone"));
  }
}
