package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxValueTest {
  @Test
  void formats_that_show_dates_are_told_from_those_that_show_numbers() {
    assertThat(XlsxValue.isDate("yyyy-mm-dd")).isTrue();
    assertThat(XlsxValue.isDate("[h]:mm:ss")).isTrue();
    assertThat(XlsxValue.isDate("[$-F800]dddd\\, mmmm dd\\, yyyy")).isTrue();
    assertThat(XlsxValue.isDate("General")).isFalse();
    assertThat(XlsxValue.isDate("0.00")).isFalse();
    assertThat(XlsxValue.isDate("#,##0.00 \"days\"")).isFalse();
    assertThat(XlsxValue.isDate("[Red]0;[Red]-0")).isFalse();
    assertThat(XlsxValue.isDate(null)).isFalse();
  }

  @Test
  void dates_and_times_become_iso_text() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("a");
      sheet.value(0, 0, "day");
      sheet.value(0, 1, "moment");
      sheet.value(0, 2, "plain");
      sheet.value(1, 0, LocalDate.of(2026, 1, 5));
      sheet.style(1, 0).format("yyyy-mm-dd").set();
      sheet.value(1, 1, LocalDateTime.of(1900, 1, 5, 9, 30));
      sheet.style(1, 1).format("d/m/yyyy h:mm").set();
      sheet.value(1, 2, 46027);
    }

    NodeRun run = NodeRun.of(new FileExtract());
    assertThat(FileExtractTest.carrying(run, "a.xlsx", "", bytes.toByteArray()).run().records())
        .containsExactly(
            JsonObject.of("day", "2026-01-05", "moment", "1900-01-05T09:30:00")
                .with("plain", 46027L));
  }
}
