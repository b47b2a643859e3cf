package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatsTest {
  private static final Item ONE =
      Item.of(
          JsonObject.of("name", "Zoë <&> {x} \\", "count", 2).with("share", 1.5).with("ok", true));

  private static final Item TWO = Item.of(JsonObject.of("name", "two\nlines", "count", -7));

  /** The records of a file that one run made. */
  private static List<JsonObject> read(NodeRun extract, Outcome made) throws Exception {
    BinaryData file = made.items().getFirst().binary().get("data");
    BinaryData copy = extract.file(file.fileName(), file.mimeType(), made.bytes(file));
    return extract
        .input(Item.of(JsonObject.of("id", 7)).withBinary(Map.of("data", copy)))
        .run()
        .records();
  }

  private static NodeRun extract(String format) {
    return NodeRun.of(new FileExtract()).with("format", format);
  }

  private static NodeRun extract(String format, byte[] bytes, String name) {
    NodeRun run = extract(format);
    BinaryData file = run.file(name, "application/octet-stream", bytes);
    return run.input(Item.of(JsonObject.of("id", 7)).withBinary(Map.of("data", file, "b", file)));
  }

  private static NodeRun convert(String format, Item... items) {
    return NodeRun.of(new FileConvert()).with("format", format).input(items);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx", "ods", "html", "rtf"})
  void a_table_reads_back_as_it_was_written(String format) throws Exception {
    NodeRun extract = extract(format).with("values", "detect").with("emptyCells", "omit");

    assertThat(read(extract, convert(format, ONE, TWO).run()))
        .containsExactly(ONE.json(), TWO.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "xlsx", "ods", "html", "rtf", "csv"})
  void rows_without_names_are_lists_and_the_limit_counts(String format) throws Exception {
    NodeRun extract =
        extract(format).with("header", false).with("unnamed", "list").with("limit", 1);

    assertThat(read(extract, convert(format, ONE, TWO).with("columns", List.of("name")).run()))
        .containsExactly(JsonObject.of("row", JsonArray.of("name")));
  }

  @Test
  void fields_inside_fields_become_columns() throws Exception {
    Item deep = Item.of("a", JsonObject.of("b", 1, "c", JsonArray.of("x", JsonObject.of("d", 2))));
    Outcome made = convert("csv", deep).with("flatten", true).run();

    assertThat(
            new String(
                made.bytes(made.items().getFirst().binary().get("data")), StandardCharsets.UTF_8))
        .isEqualTo("a.b,a.c.0,a.c.1.d\n1,x,2\n");
  }

  @Test
  void a_workbook_is_read_as_what_it_is_not_as_it_is_called() throws Exception {
    assertThat(read(extract("xls"), convert("xlsx", TWO).run())).containsExactly(TWO.json());
    assertThat(read(extract("xlsx"), convert("xls", TWO).run())).containsExactly(TWO.json());
  }

  @Test
  void an_html_table_may_have_spans_and_names_that_are_missing_or_twice() throws Exception {
    String html =
        "<p>x<table><tr><th>a<th><th>a<tr><td rowspan=2>1<td colspan=2>2<tr><td>3<td>4</table>";
    NodeRun run =
        extract("html", html.getBytes(StandardCharsets.UTF_8), "t.html")
            .with("spareNames", "empty")
            .with("emptyCells", "omit");

    assertThat(run.run().records())
        .containsExactly(
            JsonObject.of("a", "1", "__EMPTY", "2"), JsonObject.of("__EMPTY", "3", "a_1", "4"));
  }

  @Test
  void a_range_may_be_a_number_of_rows_to_leave_out() throws Exception {
    assertThat(read(extract("xlsx").with("range", "1"), convert("xlsx", ONE, TWO).run()))
        .hasSize(1);
  }

  @Test
  void an_ods_that_repeats_itself_without_end_stays_small() throws Exception {
    String start =
        "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'>"
            + "<office:body><office:spreadsheet><table:table table:name='a'>"
            + "<table:table-row><table:table-cell office:value-type='float' office:value='1'/>"
            + "<table:table-cell table:number-columns-repeated='999999999'/></table:table-row>"
            + "<table:table-row table:number-rows-repeated='999999999'><table:table-cell/>"
            + "</table:table-row></table:table></office:spreadsheet></office:body>"
            + "</office:document-content>";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(start.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(extract("ods", bytes.toByteArray(), "x.ods").with("header", false).run().records())
        .containsExactly(JsonObject.of("column1", 1));
  }

  @Test
  void text_and_bytes_of_a_field_make_a_file_of_each_item() throws Exception {
    Outcome text = convert("text", Item.of("t", "hi"), Item.of("t", 5)).with("source", "t").run();
    assertThat(text.items()).hasSize(2);
    assertThat(text.bytes(text.items().getLast().binary().get("data"))).isEqualTo(new byte[] {'5'});

    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
    String base64 = Base64.getEncoder().encodeToString(png);
    Outcome bytes =
        convert("base64", Item.of("list", JsonArray.of(JsonObject.of("b", base64))))
            .with("source", "list[0].b")
            .run();
    BinaryData file = bytes.items().getFirst().binary().get("data");
    assertThat(file.mimeType()).isEqualTo("image/png");
    assertThat(file.fileName()).isEqualTo("file.png");
    assertThat(bytes.bytes(file)).isEqualTo(png);

    assertThat(convert("text", Item.of("t", "hi")).with("source", "none").run().rejected())
        .hasSize(1);
  }

  @Test
  void the_whole_content_goes_to_a_field_and_the_item_may_be_kept() throws Exception {
    byte[] bytes = "\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    assertThat(extract("text", bytes, "x.txt").run().records())
        .containsExactly(JsonObject.of("data", "{\"a\":1}"));
    assertThat(
            extract("json", bytes, "x")
                .with("field", "in.it")
                .with("keepRecord", true)
                .run()
                .records())
        .containsExactly(JsonObject.of("id", 7, "in", JsonObject.of("it", JsonObject.of("a", 1))));
    assertThat(extract("base64", new byte[] {1, 2}, "x").run().records())
        .containsExactly(JsonObject.of("data", "AQI="));
    Item others = extract("text", bytes, "x").with("keepFiles", "others").run().items().getFirst();
    assertThat(others.binary()).containsOnlyKeys("b");
  }

  @Test
  void an_event_reads_back_as_it_was_written() throws Exception {
    Outcome made =
        convert("ics", Item.of("id", 1))
            .with("title", "Stand-up, daily; with a title that is longer than one line may be: äöü")
            .with("start", "2026-01-05T09:30:00")
            .with("end", "2026-01-05T10:00:00Z")
            .with("description", "a\nb")
            .with("recurrence", "FREQ=WEEKLY;COUNT=5")
            .with("attendees", List.of(JsonObject.of("name", "Ann", "email", "ann@example.org")))
            .run();
    String text =
        new String(
            made.bytes(made.items().getFirst().binary().get("data")), StandardCharsets.UTF_8);
    assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);

    JsonObject calendar = (JsonObject) read(extract("ics"), made).getFirst().get("data");
    JsonObject event = (JsonObject) ((JsonArray) calendar.get("events")).getFirst();
    assertThat(event)
        .containsEntry(
            "summary", "Stand-up, daily; with a title that is longer than one line may be: äöü")
        .containsEntry("description", "a\nb")
        .containsEntry(
            "start", JsonObject.of("date", "2026-01-05T09:30:00.000Z", "type", "DATE-TIME"))
        .containsEntry("recurrenceRule", JsonObject.of("frequency", "WEEKLY", "count", 5));
  }

  @Test
  void an_event_of_whole_days_ends_on_the_day_after() throws Exception {
    Outcome made =
        convert("ics", Item.of("id", 1))
            .with("allDay", true)
            .with("start", "2026-01-05T00:00:00")
            .with("end", "2026-01-05")
            .run();

    assertThat(
            new String(
                made.bytes(made.items().getFirst().binary().get("data")), StandardCharsets.UTF_8))
        .contains("DTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260106\r\n");
  }

  private static byte[] pdf(String password) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (int number = 1; number <= 2; number++) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
          content.newLineAtOffset(72, 700);
          content.showText("Page " + number);
          content.newLineAtOffset(0, -20);
          content.showText("second line");
          content.endText();
        }
      }
      document.getDocumentInformation().setTitle("Two pages");
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy("own", password, new AccessPermission()));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  @Test
  void a_pdf_gives_its_text_and_what_it_says_about_itself() throws Exception {
    JsonObject whole = extract("pdf", pdf(""), "x.pdf").run().records().getFirst();
    assertThat(whole)
        .containsEntry("numpages", 2L)
        .doesNotContainKey("version")
        .containsEntry("text", "Page 1\nsecond line\n\nPage 2\nsecond line");
    assertThat((JsonObject) whole.get("info")).containsEntry("Title", "Two pages");

    assertThat(
            extract("pdf", pdf(""), "x.pdf")
                .with("joinPages", false)
                .with("mostPages", 1)
                .with("version", "5")
                .run()
                .records()
                .getFirst())
        .containsEntry("text", JsonArray.of("Page 1\nsecond line"))
        .containsEntry("version", "5")
        .containsEntry("numrender", 1L);
  }

  @Test
  void a_locked_pdf_wants_its_password() throws Exception {
    NodeRun run = extract("pdf", pdf("open"), "x.pdf");

    assertThat(run.run().rejected().getFirst().error()).hasMessageContaining("“Password”");
    assertThat(run.with("password", "open").run().records()).hasSize(1);
  }

  @Test
  void a_csv_can_leave_empty_values_out_and_keep_its_mark() throws Exception {
    byte[] csv = "\uFEFFa,b\n1,\n2\n,3\n".getBytes(StandardCharsets.UTF_8);

    assertThat(
            extract("csv", csv, "x.csv")
                .with("empty", "omit")
                .with("keepMark", true)
                .with("ragged", "skip")
                .run()
                .records())
        .containsExactly(JsonObject.of("\uFEFFa", "1"), JsonObject.of("b", "3"));
    assertThat(
            extract("csv", csv, "x.csv")
                .with("header", false)
                .with("unnamed", "numbers")
                .with("empty", "omit")
                .with("limit", 2)
                .run()
                .records())
        .containsExactly(
            JsonObject.of("row", JsonObject.of("0", "a", "1", "b")),
            JsonObject.of("row", JsonObject.of("0", "1")));
  }

  @Test
  void files_that_are_none_of_their_kind_are_refused_in_one_line() throws Exception {
    byte[] junk = "junk".getBytes(StandardCharsets.UTF_8);
    for (String format : List.of("xls", "xlsx", "ods", "rtf", "pdf", "ics", "html")) {
      Outcome outcome = extract(format, junk, "x." + format).run();
      assertThat(outcome.rejected()).as(format).hasSize(1);
    }
  }
}
