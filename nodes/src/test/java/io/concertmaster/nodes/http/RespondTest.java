package io.concertmaster.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;

class RespondTest {
  @Test
  void items_pass() throws Exception {
    assertThat(NodeRun.of(new Respond()).input(Item.of("a", 1), Item.of("a", 2)).run().items())
        .containsExactly(Item.of("a", 1).pairedTo(0, 0), Item.of("a", 2).pairedTo(1, 0));
  }

  @Test
  void it_says_what_the_caller_gets() throws Exception {
    assertThat(
            NodeRun.of(new Respond())
                .with("with", "json")
                .with("body", "{\"ok\": true}")
                .with("status", 201)
                .with("headers", JsonArray.of(JsonObject.of("name", "X-Order", "value", "4711")))
                .input(Item.of("a", 1))
                .run()
                .told())
        .contains(
            Json.parseObject(
                "{\"kind\": \"response\", \"with\": \"json\", \"status\": 201, \"headers\":"
                    + " [{\"name\": \"X-Order\", \"value\": \"4711\"}], \"body\": \"{\\\"ok\\\": true}\"}"));
  }
}
