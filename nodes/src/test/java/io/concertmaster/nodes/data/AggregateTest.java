package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AggregateTest {
  private static final Item[] NUMBERS =
      LongStream.range(0, 50).mapToObj(i -> Item.of("id", i)).toArray(Item[]::new);

  private static NodeRun aggregate() {
    return NodeRun.of(new Aggregate())
        .input(
            Item.of(Json.parseObject("{\"id\":1,\"c\":{\"n\":\"Ann\"}}")),
            Item.of(Json.parseObject("{\"id\":2}")));
  }

  @Test
  void whole_items_become_one_list() throws Exception {
    Outcome outcome = aggregate().run();

    assertThat(outcome.records())
        .containsExactly(
            Json.parseObject("{\"data\":[{\"id\":1,\"c\":{\"n\":\"Ann\"}},{\"id\":2}]}"));
    assertThat(outcome.items().getFirst().paired())
        .containsExactly(new Paired(0, 0), new Paired(1, 0));
  }

  @Test
  void or_some_fields_of_them() throws Exception {
    assertThat(
            aggregate()
                .with("include", "selected")
                .with("includeFields", List.of("id"))
                .with("as", "body.ids")
                .run()
                .records())
        .containsExactly(Json.parseObject("{\"body\":{\"ids\":[{\"id\":1},{\"id\":2}]}}"));
  }

  @Test
  void fields_become_lists_of_their_own() throws Exception {
    NodeRun run =
        aggregate()
            .with("mode", "fields")
            .with(
                "fields", Json.parse("[{\"field\":\"id\"},{\"field\":\"c.n\",\"as\":\"names\"}]"));

    assertThat(run.run().records())
        .containsExactly(Json.parseObject("{\"id\":[1,2],\"names\":[\"Ann\"]}"));
    assertThat(run.with("keepMissing", true).run().records())
        .containsExactly(Json.parseObject("{\"id\":[1,2],\"names\":[\"Ann\",null]}"));
    assertThat(run.with("fields", List.of()).run().error().property()).isEqualTo("fields");
  }

  @Test
  void a_result_that_would_fill_the_memory_is_refused_in_time() throws Exception {
    NodeRun run =
        NodeRun.of(new Aggregate(1_000, new Semaphore(1)))
            .input(Collections.nCopies(20, Item.of("id", 1)).toArray(Item[]::new));

    assertThat(run.run().error()).hasMessageContaining("do not fit into one");
    assertThat(
            run.with("mode", "fields")
                .with("fields", Json.parse("[{\"field\":\"id\"},{\"field\":\"id\",\"as\":\"b\"}]"))
                .run()
                .error())
        .hasMessageContaining("do not fit into one");
  }

  @Test
  void large_results_come_one_after_the_other_and_are_the_same() throws Exception {
    Semaphore place = new Semaphore(1);
    Aggregate node = new Aggregate(1 << 20, place);
    NodeRun items = NodeRun.of(node).input(NUMBERS).allowance(700);
    NodeRun fields =
        NodeRun.of(node)
            .input(NUMBERS)
            .allowance(700)
            .with("mode", "fields")
            .with("fields", Json.parse("[{\"field\":\"id\"}]"));
    place.acquire();
    FutureTask<List<Outcome>> large = new FutureTask<>(() -> List.of(items.run(), fields.run()));
    Thread working = Thread.ofPlatform().start(large);
    while (!place.hasQueuedThreads() && working.isAlive()) {
      Thread.sleep(1);
    }
    assertThat(large.isDone()).as("done beside another large one").isFalse();
    Outcome small = NodeRun.of(node).input(NUMBERS).run();
    place.release();

    assertThat(large.get().getFirst().records()).isEqualTo(small.records());
    assertThat(large.get().getFirst().items().getFirst().paired())
        .isEqualTo(small.items().getFirst().paired());
    assertThat(large.get().getLast().records())
        .containsExactly(
            JsonObject.of("id", JsonArray.copyOf(LongStream.range(0, 50).boxed().toList())));
    assertThat(place.availablePermits()).isEqualTo(1);
  }

  @Test
  void whoever_is_refused_leaves_the_place_to_the_next() throws Exception {
    Semaphore place = new Semaphore(1);
    NodeRun run = NodeRun.of(new Aggregate(1_000, place)).input(NUMBERS);
    assertThat(run.run().error()).hasMessageContaining("do not fit into one");
    assertThat(place.availablePermits()).isEqualTo(1);
  }

  @Test
  void lists_can_be_merged_and_files_come_along() throws Exception {
    NodeRun run =
        NodeRun.of(new Aggregate())
            .with("mode", "fields")
            .with("fields", Json.parse("[{\"field\":\"a\"}]"))
            .with("files", "all");
    BinaryData file = run.file("1.txt", "text/plain", new byte[1]);
    run.input(
        Item.of(Json.parseObject("{\"a\":[1,null]}")).withBinary(Map.of("data", file)),
        Item.of(Json.parseObject("{\"a\":2}")).withBinary(Map.of("data", file)));

    assertThat(run.run().records()).containsExactly(Json.parseObject("{\"a\":[[1],2]}"));
    assertThat(run.with("mergeLists", true).run().records())
        .containsExactly(Json.parseObject("{\"a\":[1,2]}"));
    assertThat(run.run().items().getFirst().binary()).containsOnlyKeys("data", "data_1");
    assertThat(run.with("files", "different").run().items().getFirst().binary())
        .containsOnlyKeys("data");
  }

  @Test
  void items_without_a_chosen_field_can_be_left_out() throws Exception {
    Outcome outcome =
        aggregate()
            .with("include", "selected")
            .with("includeFields", List.of("c"))
            .with("skipEmpty", true)
            .run();
    assertThat(outcome.records())
        .containsExactly(Json.parseObject("{\"data\":[{\"c\":{\"n\":\"Ann\"}}]}"));
    assertThat(outcome.items().getFirst().paired()).containsExactly(new Paired(0, 0));
  }
}
