package io.concertmaster.nodes.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.expression.TestScope;
import io.concertmaster.node.RunData.Owner;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import io.concertmaster.script.HostSettings;
import io.concertmaster.script.ScriptHost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CodeTest {
  private static final Item[] ITEMS = {Item.of("n", 1), Item.of("n", 2), Item.of("n", 3)};

  private static ScriptHost host;

  private final List<String> log = new ArrayList<>();

  @BeforeAll
  static void start() {
    host = new ScriptHost(HostSettings.DEFAULT.withProcesses(1));
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private NodeRun script(String mode, String code) {
    return NodeRun.of(new Code())
        .with("mode", mode)
        .with("code", code)
        .scripts(context -> host.scripts(TestScope.withItems(ITEMS), log::add, context.binaries()))
        .input(ITEMS);
  }

  private Outcome all(String code) throws InterruptedException {
    return script("all", code).stopAtReject().run();
  }

  private Outcome each(String code) throws InterruptedException {
    return script("each", code).run();
  }

  @Test
  void once_for_all_sees_all_items_and_returns_a_list() throws Exception {
    Outcome outcome =
        all(
            "return $input.all().filter(i => i.json.n > 1).map(i => ({ json: { m: i.json.n * 2 } }))");

    assertThat(outcome.items())
        .extracting(Item::json)
        .containsExactly(JsonObject.of("m", 4), JsonObject.of("m", 6));
  }

  @Test
  void one_object_is_one_item_and_plain_objects_are_records() throws Exception {
    assertThat(all("return { sum: items.reduce((s, i) => s + i.json.n, 0) }").items())
        .extracting(Item::json)
        .containsExactly(JsonObject.of("sum", 6));
    assertThat(all("return [{ a: 1 }, { a: 2 }]").items())
        .extracting(Item::json)
        .containsExactly(JsonObject.of("a", 1), JsonObject.of("a", 2));
  }

  @Test
  void once_for_each_has_an_item_and_its_place() throws Exception {
    Outcome outcome = each("return { json: { twice: $json.n * 2, at: $itemIndex } }");

    assertThat(outcome.items())
        .containsExactly(
            Item.of(JsonObject.of("twice", 2, "at", 0)).pairedTo(0, 0),
            Item.of(JsonObject.of("twice", 4, "at", 1)).pairedTo(1, 0),
            Item.of(JsonObject.of("twice", 6, "at", 2)).pairedTo(2, 0));
  }

  @Test
  void null_leaves_an_item_out() throws Exception {
    assertThat(each("return $json.n === 2 ? null : $input.item").items()).hasSize(2);
  }

  @Test
  void promises_are_awaited() throws Exception {
    String code =
        """
        const wait = ms => new Promise(done => setTimeout(() => done(ms), ms));
        const all = await Promise.all([wait(20), wait(5)]);
        return { all };
        """;

    assertThat(all(code).items())
        .extracting(Item::json)
        .containsExactly(JsonObject.of("all", JsonArray.of(20, 5)));
  }

  @Test
  void the_console_is_the_log() throws Exception {
    all("console.log('sum', 1 + 2, { a: 1 }); console.error('bad'); return []");

    assertThat(log).hasSize(2);
    assertThat(log.getFirst()).contains("sum 3").contains("a");
    assertThat(log.getLast()).contains("bad");
  }

  @Test
  void what_cannot_become_items_is_refused_with_its_place() throws Exception {
    assertThat(failure(all("return 5"))).contains("returned a number");
    assertThat(failure(all("const a = 1"))).contains("returned nothing");
    assertThat(failure(all("return [{ json: {} }, 7]"))).contains("element 1 of the list");
    assertThat(failure(all("return [{ json: 1 }]"))).contains("'json' property isn't an object");
    assertThat(failure(all("return [{ json: {}, more: 1 }]"))).contains("no part called “more”");
    assertThat(failure(script("each", "return [1]").stopAtReject().run()))
        .contains("one object for each item");
  }

  @Test
  void an_error_names_its_line() throws Exception {
    assertThat(failure(all("const a = 1;\n\nthrow new Error('broken')")))
        .contains("broken")
        .contains("[line 3]");
    assertThat(failure(all("const a = 1;\nreturn a.b.c"))).contains("[line 2]");
    assertThat(failure(all("return [\n"))).contains("is no JavaScript");
  }

  @Test
  void a_script_makes_a_file_that_travels_with_its_item() throws Exception {
    Outcome outcome =
        all(
            "const data = await this.helpers.prepareBinaryData(Buffer.from('hi'), 'a.txt');"
                + " return [{ json: {}, binary: { data } }]");

    assertThat(outcome.items().getFirst().binary().get("data"))
        .returns("a.txt", BinaryData::fileName)
        .returns("text/plain", BinaryData::mimeType)
        .returns(2L, BinaryData::size);
  }

  @Test
  void a_script_that_fails_as_a_whole_sends_its_error_where_the_run_goes_on() throws Exception {
    Outcome outcome = script("all", "throw new Error('broken')").run();

    assertThat(outcome.items()).hasSize(1);
    assertThat(String.valueOf(outcome.items().getFirst().json().get("error"))).contains("broken");
    assertThat(outcome.failure()).isEmpty();
  }

  @Test
  void an_item_that_fails_is_put_aside_alone() throws Exception {
    Outcome outcome = each("if ($json.n === 2) throw new Error('not two'); return $input.item");

    assertThat(outcome.items()).hasSize(2);
    assertThat(outcome.failure()).isEmpty();
  }

  @Test
  void lineage_is_what_the_script_says() throws Exception {
    assertThat(
            all("return [{ json: {}, pairedItem: 2 }, { json: {}, pairedItem: { item: 1 } }]")
                .items())
        .containsExactly(
            Item.of(JsonObject.empty()).pairedTo(2, 0), Item.of(JsonObject.empty()).pairedTo(1, 0));
  }

  @Test
  void static_data_is_kept_for_the_next_run() throws Exception {
    String code =
        """
        const mine = $getWorkflowStaticData('node');
        mine.count = (mine.count ?? 0) + 1;
        $getWorkflowStaticData('global').last = 'x';
        return { count: mine.count };
        """;
    Outcome first = all(code);
    Outcome second = script("all", code).runData(first.runData()).run();

    assertThat(second.items()).extracting(Item::json).containsExactly(JsonObject.of("count", 2));
    assertThat(second.runData().staticData(Owner.WORKFLOW)).isEqualTo(JsonObject.of("last", "x"));
  }

  @Test
  void the_function_node_changes_items() throws Exception {
    Outcome outcome =
        script("all", "for (const item of items) item.json.n += 10; return items")
            .with("dialect", "function")
            .run();

    assertThat(outcome.items())
        .extracting(item -> item.json().get("n"))
        .containsExactly(11L, 12L, 13L);
  }

  @Test
  void the_function_item_node_changes_one_record() throws Exception {
    Outcome outcome =
        script("all", "item.n = item.n * 100; return item").with("dialect", "functionItem").run();

    assertThat(outcome.items())
        .extracting(item -> item.json().get("n"))
        .containsExactly(100L, 200L, 300L);
  }

  private static String failure(Outcome outcome) {
    return outcome.failure().orElseThrow().getMessage();
  }
}
