package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;

class RespondTest {
  @Test
  void items_pass() throws Exception {
    assertThat(NodeRun.of(new Respond()).input(Item.of("a", 1), Item.of("a", 2)).run().items())
        .containsExactly(Item.of("a", 1).pairedTo(0, 0), Item.of("a", 2).pairedTo(1, 0));
  }
}
