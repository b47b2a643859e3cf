package io.concertmaster.nodes.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {
  private static final String PAGE =
      "<html><body><h1> Hello  there </h1><a href='/a'>A</a><a href='/b'>B</a>"
          + "<input name=q value=v><p>One<br>two</p><ul><li>x<li>y</ul></body></html>";

  private static NodeRun extract(String values) {
    return NodeRun.of(new HtmlExtract())
        .with("values", Json.parse(values.replace('\'', '"')))
        .input(Item.of("data", PAGE));
  }

  @Test
  void values_are_taken_out_by_selectors() throws Exception {
    assertThat(
            extract(
                    "[{'as':'title','selector':'h1'},{'as':'links','selector':'a','take':'attribute',"
                        + "'attribute':'href','all':true},{'as':'all','selector':'a'},"
                        + "{'as':'html','selector':'p','take':'html'},"
                        + "{'as':'q','selector':'input','take':'value'},{'as':'none','selector':'h2'}]")
                .run()
                .records())
        .containsExactly(
            Json.parseObject(
                "{\"title\":\"Hello  there\",\"links\":[\"/a\",\"/b\"],\"all\":\"AB\","
                    + "\"html\":\"One<br>two\",\"q\":\"v\"}"));
    assertThat(extract("[{'as':'t','selector':'h1'}]").with("cleanUp", true).run().records())
        .containsExactly(JsonObject.of("t", "Hello there"));
    assertThat(extract("[{'as':'t','selector':'h1['}]").run().rejected()).hasSize(1);
  }

  @Test
  void a_readable_text_has_lines_and_lists() throws Exception {
    assertThat(
            extract("[{'as':'t','selector':'body','take':'readable','skip':'input'}]")
                .run()
                .records())
        .containsExactly(
            JsonObject.of("t", "HELLO THERE\n\nA [/a]B [/b]\n\nOne\ntwo\n\n * x\n * y"));
  }

  @Test
  void a_list_or_a_file_can_be_the_source() throws Exception {
    NodeRun run = extract("[{'as':'t','selector':'b'}]");
    run.input(Item.of("data", JsonArray.of("<b>1</b>", "<b>2</b>")));
    assertThat(run.run().records())
        .containsExactly(JsonObject.of("t", "1"), JsonObject.of("t", "2"));
    run.with("from", "file")
        .input(
            Item.of("a", 1)
                .withBinary(
                    Map.of(
                        "data",
                        run.file(
                            "a.html", "text/html", "<b>3</b>".getBytes(StandardCharsets.UTF_8)))));
    assertThat(run.run().records()).containsExactly(JsonObject.of("t", "3"));
  }

  @Test
  void items_become_a_table_with_their_texts_escaped() throws Exception {
    Outcome outcome =
        NodeRun.of(new HtmlTable())
            .with("plain", true)
            .with("capitalize", true)
            .with("caption", "C")
            .with("cellAttributes", "class=\"c\"")
            .input(Item.of("first_name", "<b>"), Item.of(JsonObject.of("n", 1, "ok", true)))
            .run();
    assertThat(outcome.records().getFirst().get("table"))
        .isEqualTo(
            """
            <table>
            <caption>C</caption>
            <thead>
            <tr><th>First Name</th><th>N</th><th>Ok</th></tr>
            </thead>
            <tbody>
            <tr><td class="c">&lt;b&gt;</td><td class="c"></td><td class="c"></td></tr>
            <tr><td class="c"></td><td class="c">1</td><td class="c">yes</td></tr>
            </tbody>
            </table>\
            """);
    assertThat(outcome.items().getFirst().paired())
        .containsExactly(new Paired(0, 0), new Paired(1, 0));
  }

  @Test
  void a_template_gives_a_text_for_each_item() throws Exception {
    NodeRun run =
        NodeRun.of(new Template())
            .withPerItem("text", item -> "<p>" + item.json().get("n") + "</p>")
            .input(Item.of("n", 1), Item.of("n", 2));
    assertThat(run.run().records())
        .containsExactly(JsonObject.of("html", "<p>1</p>"), JsonObject.of("html", "<p>2</p>"));
    assertThat(run.with("keepFields", true).run().records().getFirst())
        .isEqualTo(JsonObject.of("n", 1, "html", "<p>1</p>"));
  }
}
