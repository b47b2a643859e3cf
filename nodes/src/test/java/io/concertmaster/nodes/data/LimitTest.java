package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;

class LimitTest {
  private static NodeRun limit(long count) {
    return NodeRun.of(new Limit())
        .with("count", count)
        .input(Item.of("n", 0), Item.of("n", 1), Item.of("n", 2));
  }

  @Test
  void the_first_items_go_on() throws Exception {
    assertThat(limit(2).run().items())
        .containsExactly(Item.of("n", 0).pairedTo(0, 0), Item.of("n", 1).pairedTo(1, 0));
  }

  @Test
  void the_last_items_go_on_in_their_order() throws Exception {
    assertThat(limit(2).with("keep", "last").run().items())
        .containsExactly(Item.of("n", 1).pairedTo(1, 0), Item.of("n", 2).pairedTo(2, 0));
  }

  @Test
  void fewer_items_than_allowed_all_go_on() throws Exception {
    assertThat(limit(9).run().items()).hasSize(3);
    assertThat(limit(9).with("keep", "last").run().items()).hasSize(3);
    assertThat(limit(0).run().items()).isEmpty();
  }

  @Test
  void a_negative_number_is_refused() throws Exception {
    assertThat(limit(-1).run().error().property()).isEqualTo("count");
  }
}
