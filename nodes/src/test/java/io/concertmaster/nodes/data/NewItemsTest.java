package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NewItemsTest {
  private static NodeRun run(String by, Object... values) {
    Item[] items = new Item[values.length];
    for (int i = 0; i < values.length; i++) {
      items[i] = Item.of("id", values[i]);
    }
    return NodeRun.of(new NewItems())
        .with("by", by)
        .withPerItem("value", item -> item.json().get("id"))
        .input(items);
  }

  private static List<Object> ids(Outcome outcome, int output) {
    return outcome.records(output).stream()
        .<Object>map(each -> Objects.requireNonNull(each.get("id")))
        .toList();
  }

  @Test
  void values_are_remembered_the_newest_ones() throws Exception {
    Outcome first = run("value", 1, 2, 1).with("most", 2).run();
    assertThat(ids(first, 0)).containsExactly(1L, 2L, 1L);

    Outcome second = run("value", 2.0, 3, 1).with("most", 2).runData(first.runData()).run();
    assertThat(ids(second, 0)).containsExactly(3L);
    assertThat(ids(second, 1)).containsExactly(2.0, 1L);

    Outcome third = run("value", 1, 3, 2).runData(second.runData()).run();
    assertThat(ids(third, 0)).containsExactly(1L);
    assertThat(ids(third, 1)).containsExactly(3L, 2L);
  }

  @Test
  void of_numbers_and_dates_the_highest_is_remembered() throws Exception {
    Outcome first = run("number", 5, "3").run();
    assertThat(ids(first, 0)).hasSize(2);
    assertThat(ids(run("number", 5, 6, 4).runData(first.runData()).run(), 0)).containsExactly(6L);

    Outcome dates = run("date", "2026-01-02", "2026-01-01").run();
    assertThat(
            ids(
                run("date", "2026-01-02T00:00:01Z", "2026-01-01").runData(dates.runData()).run(),
                0))
        .containsExactly("2026-01-02T00:00:01Z");
    assertThat(run("date", "soon").run().rejected()).hasSize(1);
    assertThat(run("number", "x").run().rejected()).hasSize(1);
  }

  @Test
  void all_can_be_forgotten() throws Exception {
    Outcome first = run("value", 1).run();
    Outcome forgotten = run("value", 1).with("operation", "forget").runData(first.runData()).run();
    assertThat(ids(forgotten, 0)).containsExactly(1L);
    assertThat(ids(run("value", 1).runData(forgotten.runData()).run(), 0)).containsExactly(1L);
    assertThat(new NewItems().outputs(JsonObject.of("operation", "forget"))).hasSize(1);
  }
}
