package io.concertmaster.nodes.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.DescriptorRules;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileConvertTest {
  private static final Item[] ITEMS = {
    Item.of(JsonObject.of("name", "A, \"B\"", "n", 1)),
    Item.of(JsonObject.of("n", 0.5, "list", JsonArray.of(1, "x")).with("name", null))
  };

  @Test
  void the_descriptor_is_complete() {
    assertThat(DescriptorRules.complaints(new FileConvert())).isEmpty();
  }

  @Test
  void columns_come_in_the_order_of_first_sight_and_gaps_are_empty() throws Exception {
    assertThat(text(run("csv").input(ITEMS)))
        .isEqualTo("name,n,list\n\"A, \"\"B\"\"\",1,\n,0.5,\"[1,\"\"x\"\"]\"\n");
  }

  @Test
  void one_item_carries_the_file_and_tells_about_it() throws Exception {
    Outcome outcome = run("csv").with("fileName", "a.csv").input(ITEMS).run();

    assertThat(outcome.records())
        .containsExactly(
            JsonObject.builder()
                .put("fileName", "a.csv")
                .put("mimeType", "text/csv")
                .put("size", 43)
                .put("rows", 2)
                .build());
    assertThat(run("jsonLines").input(ITEMS).run().records().getFirst().get("fileName"))
        .isEqualTo("items.jsonl");
  }

  @Test
  void a_csv_can_be_written_in_other_ways() throws Exception {
    assertThat(
            text(
                run("csv")
                    .with("columns", List.of("n", "name"))
                    .with("delimiter", "semicolon")
                    .with("lineEnd", "crlf")
                    .with("quoteAll", true)
                    .with("byteOrderMark", true)
                    .input(ITEMS)))
        .isEqualTo("\uFEFF\"n\";\"name\"\r\n\"1\";\"A, \"\"B\"\"\"\r\n\"0.5\";\"\"\r\n");
    assertThat(text(run("csv").with("header", false).input(Item.of("a", 1)))).isEqualTo("1\n");
  }

  @Test
  void a_character_that_the_encoding_has_no_place_for_is_an_error() throws Exception {
    assertThat(
            run("text")
                .with("source", "a")
                .with("charset", "latin1")
                .input(Item.of("a", "5 €"))
                .run()
                .rejected()
                .getFirst()
                .error())
        .hasMessageContaining("“€” cannot be written in ISO-8859-1: choose UTF-8");
  }

  @Test
  void text_that_a_spreadsheet_would_run_is_guarded_and_numbers_are_not() throws Exception {
    Item[] items = {
      Item.of("a", "=1+1"),
      Item.of("a", "-5"),
      Item.of("a", -5),
      Item.of("a", "@x"),
      Item.of("a", "ok")
    };

    assertThat(text(run("csv").with("formulaGuard", true).input(items)))
        .isEqualTo("a\n'=1+1\n'-5\n-5\n'@x\nok\n");
  }

  @Test
  void json_is_a_list_or_lines() throws Exception {
    Item[] items = {Item.of("a", 1), Item.of("a", new BigDecimal("12345678901234567890"))};

    assertThat(text(run("json").input(items)))
        .isEqualTo("[{\"a\":1},{\"a\":12345678901234567890}]\n");
    assertThat(text(run("jsonLines").input(items)))
        .isEqualTo("{\"a\":1}\n{\"a\":12345678901234567890}\n");
    assertThat(text(run("json").with("indent", true).input(Item.of("a", 1))))
        .isEqualTo("[\n  {\n    \"a\": 1\n  }\n]\n");
  }

  @Test
  void a_workbook_reads_back_as_it_was_written() throws Exception {
    Item[] items = {
      Item.of(JsonObject.of("text", "Köln <&>", "number", 12L).with("flag", true)),
      Item.of(JsonObject.of("text", null, "number", -0.25).with("flag", false)),
      Item.of(JsonObject.of("number", 1234567890123456L, "list", JsonArray.of(1)))
    };
    Outcome made = run("xlsx").with("sheet", "Blad 1").input(items).run();
    byte[] bytes = made.bytes(made.items().getFirst().binary().get("data"));

    NodeRun read = NodeRun.of(new FileExtract()).with("sheet", "Blad 1");
    assertThat(FileExtractTest.carrying(read, "a.xlsx", "", bytes).run().records())
        .containsExactly(
            row("Köln <&>", 12L, true, null),
            row(null, -0.25, false, null),
            row(null, "1234567890123456", null, "[1]"));

    NodeRun range = NodeRun.of(new FileExtract()).with("range", "B1:C2");
    assertThat(FileExtractTest.carrying(range, "a.xlsx", "", bytes).run().records())
        .containsExactly(JsonObject.of("number", 12L, "flag", true));

    NodeRun other = NodeRun.of(new FileExtract()).with("sheet", "Nope").stopAtReject();
    assertThat(FileExtractTest.carrying(other, "a.xlsx", "", bytes).run().error())
        .hasMessage("“a.xlsx” has no sheet “Nope”; it has Blad 1");
  }

  @Test
  void names_that_cannot_be_are_refused() throws Exception {
    assertThat(run("csv").with("fileName", "out/a.csv").input(ITEMS).stopAtReject().run().error())
        .hasMessageContaining("has a folder in it");
    assertThat(run("xlsx").with("sheet", "a/b").input(ITEMS).stopAtReject().run().error())
        .hasMessageContaining("is no name for a sheet");
  }

  @Test
  void where_the_run_goes_on_one_item_tells_that_there_is_no_file() throws Exception {
    Outcome outcome = run("xlsx").with("sheet", "a/b").input(ITEMS).run();

    assertThat(outcome.records()).hasSize(1);
    assertThat(outcome.records().getFirst().get("error"))
        .asString()
        .contains("is no name for a sheet");
    assertThat(outcome.items().getFirst().paired()).hasSize(ITEMS.length);
  }

  private static JsonObject row(Object text, Object number, Object flag, Object list) {
    return JsonObject.of("text", text, "number", number).with("flag", flag).with("list", list);
  }

  private static NodeRun run(String format) {
    return NodeRun.of(new FileConvert()).with("format", format);
  }

  private static String text(NodeRun run) throws Exception {
    Outcome outcome = run.run();
    BinaryData file = outcome.items().getFirst().binary().get("data");
    return new String(outcome.bytes(file), StandardCharsets.UTF_8);
  }
}
