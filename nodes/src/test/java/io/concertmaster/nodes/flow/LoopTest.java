package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTest {
  private static Item[] numbers(int from, int to) {
    return java.util.stream.IntStream.range(from, to)
        .mapToObj(n -> Item.of("n", n))
        .toArray(Item[]::new);
  }

  private static NodeRun loop() {
    return NodeRun.of(new Loop()).with("size", 2);
  }

  private static List<Object> values(List<Item> items) {
    return items.stream().map(item -> item.json().get("n")).toList();
  }

  @Test
  void portions_leave_one_after_the_other_and_in_the_end_what_came_back() throws Exception {
    Outcome first = loop().input(numbers(0, 3)).run();
    Outcome second = loop().memory(first.memory()).input(numbers(10, 12)).run();
    Outcome third = loop().memory(second.memory()).input(numbers(12, 13)).run();

    assertThat(values(first.items(1))).containsExactly(0L, 1L);
    assertThat(values(second.items(1))).containsExactly(2L);
    assertThat(third.items(1)).isEmpty();
    assertThat(first.items(0)).isEmpty();
    assertThat(second.items(0)).isEmpty();
    assertThat(values(third.items(0))).containsExactly(10L, 11L, 12L);
  }

  @Test
  void expressions_can_ask_how_far_it_is() throws Exception {
    Outcome first = loop().input(numbers(0, 3)).run();
    assertThat(first.memory().values())
        .containsEntry("noItemsLeft", false)
        .containsEntry("currentRunIndex", 0L)
        .containsEntry("maxRunIndex", 2L)
        .containsEntry("done", false);

    Outcome second = loop().memory(first.memory()).input(numbers(0, 2)).run();
    assertThat(second.memory().values()).containsEntry("noItemsLeft", true);

    assertThat(loop().memory(second.memory()).input(numbers(0, 1)).run().memory().values())
        .containsEntry("done", true)
        .containsEntry("currentRunIndex", 2L);
  }

  @Test
  void it_begins_anew_when_told_to() throws Exception {
    Outcome first = loop().input(numbers(0, 2)).run();
    Outcome anew = loop().memory(first.memory()).with("reset", true).input(numbers(5, 8)).run();

    assertThat(values(anew.items(1))).containsExactly(5L, 6L);
    assertThat(anew.items(1).get(1)).isEqualTo(Item.of("n", 6).pairedTo(1, 0));
  }

  @Test
  void a_portion_has_an_item_at_least() throws Exception {
    assertThat(loop().with("size", 0).input(numbers(0, 1)).run().error().property())
        .isEqualTo("size");
    assertThat(new Loop().caption(JsonObject.empty())).isEqualTo("1 at a time");
  }
}
