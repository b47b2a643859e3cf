package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileExtractTest {
  @Test
  void the_descriptor_is_complete() {
    assertThat(DescriptorRules.complaints(new FileExtract())).isEmpty();
  }

  @Test
  void rows_become_items_of_text_paired_with_the_item_that_carried_the_file() throws Exception {
    Outcome outcome = csv("iata,city\n00M,\"Bay \"\"B\"\" Springs, MS\"\n\n00R,\n").run();

    assertThat(outcome.records())
        .containsExactly(
            JsonObject.of("iata", "00M", "city", "Bay \"B\" Springs, MS"),
            JsonObject.of("iata", "00R", "city", ""));
    assertThat(outcome.items().getFirst().paired()).containsExactly(new Paired(0, 0));
  }

  @Test
  void what_comes_out_can_be_changed() throws Exception {
    JsonObject row = csv("a,b\n1,2\n").run().records().getFirst();

    assertThat(row.with("a", 5L)).isEqualTo(JsonObject.of("a", 5L, "b", "2"));
  }

  @Test
  void numbers_and_flags_are_converted_only_when_asked_and_only_when_nothing_is_lost()
      throws Exception {
    String text =
        "a\n12\n-0.50\n007\n1E5\n+3\n.5\n5.\n-\n1234567890123456789\nTRUE\nfalse\nx\n-0\n";

    assertThat(values(csv(text).with("values", "detect")))
        .containsExactly(
            12L,
            -0.5,
            "007",
            "1E5",
            "+3",
            ".5",
            "5.",
            "-",
            "1234567890123456789",
            true,
            false,
            "x",
            "-0");
    assertThat(values(csv(text))).allSatisfy(each -> assertThat(each).isInstanceOf(String.class));
  }

  @Test
  void the_delimiter_is_found_out_or_given() throws Exception {
    assertThat(one("a;b\n1,5;\"x;y\"\n", Map.of()))
        .isEqualTo(JsonObject.of("a", "1,5", "b", "x;y"));
    assertThat(one("a\tb\n1\t2\n", Map.of())).isEqualTo(JsonObject.of("a", "1", "b", "2"));
    assertThat(one("a|b\n1|2\n", Map.of())).isEqualTo(JsonObject.of("a", "1", "b", "2"));
    assertThat(one("only\nx\n", Map.of())).isEqualTo(JsonObject.of("only", "x"));
    assertThat(one("a~b\n1~2\n", Map.of("delimiter", "custom", "customDelimiter", "~")))
        .isEqualTo(JsonObject.of("a", "1", "b", "2"));
    assertThat(one("a,b;c\n1,2;3\n", Map.of("delimiter", "semicolon")))
        .isEqualTo(JsonObject.of("a,b", "1,2", "c", "3"));
  }

  @Test
  void a_byte_order_mark_lines_to_skip_and_another_quote_are_no_trouble() throws Exception {
    assertThat(one("\uFEFFa,b\n1,2\n", Map.of())).isEqualTo(JsonObject.of("a", "1", "b", "2"));
    assertThat(one("Report, of 5 May\n\na,b\n1,2\n", Map.of("skipLines", 2)))
        .isEqualTo(JsonObject.of("a", "1", "b", "2"));
    assertThat(one("a,b\n'1,1',2\n", Map.of("quote", "'")))
        .isEqualTo(JsonObject.of("a", "1,1", "b", "2"));
  }

  @Test
  void other_encodings_are_read() throws Exception {
    NodeRun run = NodeRun.of(new FileExtract()).with("charset", "windows-1252");
    byte[] bytes = "stad\nKöln €\n".getBytes(Charset.forName("windows-1252"));

    assertThat(carrying(run, "a.csv", "text/csv", bytes).run().records())
        .containsExactly(JsonObject.of("stad", "Köln €"));
  }

  @Test
  void bytes_that_are_no_text_in_the_encoding_are_an_error_never_a_changed_text() throws Exception {
    byte[] windows = "name;ort\nMüller;Köln\n".getBytes(Charset.forName("windows-1252"));
    byte[] lines = "{\"a\":1}\n{\"a\":\"ü\"}\n".getBytes(Charset.forName("windows-1252"));

    assertThat(
            carrying(NodeRun.of(new FileExtract()), "a.csv", "text/csv", windows)
                .run()
                .rejected()
                .getFirst()
                .error()
                .getMessage())
        .contains("“a.csv” is not written in UTF-8", "set its “Encoding”", "windows-1252");
    assertThat(
            carrying(NodeRun.of(new FileExtract()), "a.jsonl", "text/plain", lines)
                .run()
                .rejected()
                .getFirst()
                .error()
                .getMessage())
        .contains("“a.jsonl” is not written in UTF-8");
    assertThat(
            carrying(
                    NodeRun.of(new FileExtract()).with("format", "text"),
                    "a.txt",
                    "text/plain",
                    windows)
                .run()
                .rejected()
                .getFirst()
                .error()
                .getMessage())
        .contains("“a.txt” is not written in UTF-8");
    NodeRun ascii = NodeRun.of(new FileExtract()).with("charset", "ascii");
    assertThat(
            carrying(ascii, "a.csv", "text/csv", windows)
                .run()
                .rejected()
                .getFirst()
                .error()
                .getMessage())
        .contains("not written in US-ASCII", "UTF-8");
  }

  @Test
  void the_line_before_the_bytes_that_are_no_text_is_told() throws Exception {
    String good = "a,b\n" + "1,2\n".repeat(100_000);
    byte[] bytes = (good + "ü,3\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            carrying(NodeRun.of(new FileExtract()), "a.csv", "text/csv", bytes)
                .run()
                .rejected()
                .getFirst()
                .error()
                .getMessage())
        .containsPattern("\\(somewhere after line (9[0-9]|100)[0-9]{3}\\)");
  }

  @Test
  void a_byte_order_mark_says_the_encoding() throws Exception {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_32LE,
            StandardCharsets.UTF_32BE)) {
      byte[] bytes = "\uFEFFa;b\nü;2\n".getBytes(charset);
      NodeRun run = NodeRun.of(new FileExtract()).with("delimiter", "semicolon");

      assertThat(carrying(run, "a.csv", "text/csv", bytes).run().records())
          .containsExactly(JsonObject.of("a", "ü", "b", "2"));
    }
  }

  @Test
  void a_quote_that_nobody_closed_is_an_error_for_it_swallows_the_rest() throws Exception {
    for (String end : List.of("", "\n", "\r\n")) {
      assertThat(csv("a;b\n1;\"open\n3;4" + end).run().rejected().getFirst().error().getMessage())
          .contains("In line 2 of", "begins with \" and never ends with one");
      assertThat(csv("a;b\n1;\"shut\"" + end).run().records())
          .containsExactly(JsonObject.of("a", "1", "b", "shut"));
    }
    assertThat(csv("a;b\n1;\"two\nlines\"\n").run().records())
        .containsExactly(JsonObject.of("a", "1", "b", "two\nlines"));
  }

  @Test
  void names_that_are_missing_or_come_twice_are_told_apart() throws Exception {
    assertThat(one("a,a,,a\n1,2,3,4\n", Map.of()).keySet())
        .containsExactly("a", "a_2", "column3", "a_3");
    assertThat(one("1,2\n", Map.of("header", false)))
        .isEqualTo(JsonObject.of("column1", "1", "column2", "2"));
  }

  @Test
  void empty_values_can_be_null() throws Exception {
    assertThat(one("a,b\n,\"\"\n", Map.of("empty", "null")))
        .isEqualTo(JsonObject.of("a", null, "b", null));
  }

  @Test
  void a_row_of_another_length_is_an_error_that_names_the_line() throws Exception {
    String text = "a,b\n1,2\n\"3\n3\",4\n5\n6,7\n";

    assertThat(csv(text).stopAtReject().run().error())
        .hasMessage(
            "Line 5 of “orders.csv” has 1 value, the header 2: correct the file, or set “Rows of"
                + " another length”");
    Outcome outcome = csv(text).run();
    assertThat(outcome.records()).hasSize(3);
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(rejected ->
            assertThat(rejected.item().json())
                .isEqualTo(JsonObject.of("line", 5L, "values", JsonArray.of("5"))));
  }

  @Test
  void rows_of_another_length_can_be_filled_and_widened() throws Exception {
    assertThat(csv("a,b\n1\n1,2,3\n").with("ragged", "pad").run().records())
        .containsExactly(
            JsonObject.of("a", "1", "b", ""),
            JsonObject.of("a", "1", "b", "2").with("column3", "3"));
  }

  @Test
  void a_json_list_gives_an_item_for_each_element_and_an_object_one() throws Exception {
    assertThat(json("[{\"a\":1},2,null]", Map.of()))
        .containsExactly(
            JsonObject.of("a", 1L), JsonObject.of("value", 2L), JsonObject.of("value", null));
    assertThat(json("{\"a\":[1]}", Map.of())).containsExactly(JsonObject.of("a", JsonArray.of(1)));
  }

  @Test
  void a_list_deeper_inside_is_found_by_its_path() throws Exception {
    String text = "{\"skip\":{\"rows\":[9]},\"data\":{\"x\":[[]],\"rows\":[{\"a\":1},{\"a\":2}]}}";

    assertThat(json(text, Map.of("path", "data.rows")))
        .containsExactly(JsonObject.of("a", 1L), JsonObject.of("a", 2L));
    assertThat(jsonRun(text).with("path", "data.lines").stopAtReject().run().error())
        .hasMessage("“x.json” has nothing at “data.lines”: there is no “lines”");
  }

  @Test
  void broken_json_is_one_clear_line_with_its_place() throws Exception {
    assertThat(jsonRun("[{\"a\":1},\n{\"a\":").stopAtReject().run().error().getMessage())
        .startsWith("“x.json” is not JSON: ")
        .contains("line 2")
        .doesNotContain("\n");
    assertThat(jsonRun("").stopAtReject().run().error())
        .hasMessage("“x.json” is empty: there is no JSON in it");
    assertThat(jsonRun("[]\n[]").stopAtReject().run().error().getMessage())
        .contains("goes on after the list");
  }

  @Test
  void json_lines_put_a_bad_line_aside() throws Exception {
    NodeRun run = NodeRun.of(new FileExtract());
    byte[] bytes = "{\"a\":1}\n\n{oops\n3\n".getBytes(StandardCharsets.UTF_8);

    Outcome outcome = carrying(run, "x.jsonl", "", bytes).run();

    assertThat(outcome.records())
        .containsExactly(JsonObject.of("a", 1L), JsonObject.of("value", 3L));
    assertThat(outcome.rejected())
        .singleElement()
        .satisfies(rejected ->
            assertThat(rejected.error().getMessage()).startsWith("Line 3 of “x.jsonl” is no JSON"));
  }

  @Test
  void a_file_of_unknown_kind_asks_for_its_format() throws Exception {
    NodeRun run = NodeRun.of(new FileExtract());

    assertThat(carrying(run, "x.bin", "application/x", new byte[1]).stopAtReject().run().error())
        .hasMessageContaining("choose one in the node's settings");
  }

  @Test
  void what_is_no_workbook_is_refused() throws Exception {
    NodeRun run = NodeRun.of(new FileExtract());

    assertThat(carrying(run, "x.xlsx", "", new byte[] {1, 2}).stopAtReject().run().error())
        .hasMessage("“x.xlsx” is no XLSX workbook: save it in Excel as “Excel workbook”");
  }

  private static List<JsonObject> json(String text, Map<String, Object> settings) throws Exception {
    NodeRun run = jsonRun(text);
    settings.forEach(run::with);
    return run.run().records();
  }

  private static NodeRun jsonRun(String text) {
    return carrying(
        NodeRun.of(new FileExtract()), "x.json", "", text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject one(String text, Map<String, Object> settings) throws Exception {
    NodeRun run = csv(text);
    settings.forEach(run::with);
    List<JsonObject> records = run.run().records();
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static List<Object> values(NodeRun run) throws Exception {
    return run.run().records().stream().map(each -> Json.value(each.get("a"))).toList();
  }

  private static NodeRun csv(String text) {
    return carrying(
        NodeRun.of(new FileExtract()),
        "orders.csv",
        "text/csv",
        text.getBytes(StandardCharsets.UTF_8));
  }

  static NodeRun carrying(NodeRun run, String name, String type, byte[] bytes) {
    BinaryData file = run.file(name, type, bytes);
    return run.input(Item.of("n", 1).withBinary(Map.of("data", file)));
  }
}
