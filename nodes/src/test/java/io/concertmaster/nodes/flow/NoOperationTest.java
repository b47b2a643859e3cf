package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;

class NoOperationTest {
  @Test
  void items_go_on_unchanged_and_know_where_they_came_from() throws Exception {
    assertThat(NodeRun.of(new NoOperation()).input(Item.of("a", 1), Item.of("a", 2)).run().items())
        .containsExactly(Item.of("a", 1).pairedTo(0, 0), Item.of("a", 2).pairedTo(1, 0));
  }
}
