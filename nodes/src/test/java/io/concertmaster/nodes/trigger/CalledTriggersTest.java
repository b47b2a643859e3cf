package io.concertmaster.nodes.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Port;
import io.concertmaster.node.Property;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.nodes.form.FormTrigger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Triggers that people and programs call from outside, run by hand. */
class CalledTriggersTest {
  @Test
  void a_webhook_gives_a_call_without_content() throws Exception {
    NodeRun run = NodeRun.of(new WebhookTrigger()).with("path", "orders");

    assertThat(run.run().records())
        .containsExactly(
            Json.parseObject("{\"headers\":{},\"params\":{},\"query\":{},\"body\":{}}"));
    assertThat(run.input(Item.of("body", 1)).run().records())
        .containsExactly(JsonObject.of("body", 1));
  }

  @Test
  void a_webhook_with_several_methods_has_an_output_for_each() {
    assertThat(new WebhookTrigger().outputs(Json.parseObject("{\"methods\":[\"GET\",\"POST\"]}")))
        .containsExactly(new Port("get", "GET"), new Port("post", "POST"));
    assertThat(new WebhookTrigger().outputs(JsonObject.empty())).hasSize(1);
  }

  /** There is no item yet of which an expression could make them. */
  @Test
  void what_is_shown_before_a_run_begins_takes_no_expressions() {
    assertThat(new FormTrigger().descriptor().properties())
        .filteredOn(each -> List.of("title", "description", "button").contains(each.name()))
        .hasSize(3)
        .noneMatch(Property::expressions);
    assertThat(new WebhookTrigger().descriptor().properties())
        .filteredOn(each -> List.of("text", "status").contains(each.name()))
        .hasSize(2)
        .noneMatch(Property::expressions);
  }

  /** Requests have paths of plain characters only; a trigger with another one would be deaf. */
  @Test
  void an_address_that_nobody_can_call_is_refused() {
    for (String path :
        List.of("größe", "a b", "a//b", "a/./b", "../a", "a@b", "a%20b", "a?b", "a;b", "x/:")) {
      for (NodeType trigger : List.of(new WebhookTrigger(), new FormTrigger())) {
        assertThatThrownBy(() -> listening(trigger, path))
            .as(path)
            .isInstanceOf(NodeException.class)
            .hasMessageContaining("“" + path + "” is no path: use letters from a to z");
      }
    }
    assertThatThrownBy(() -> listening(new FormTrigger(), ":id")).isInstanceOf(NodeException.class);
  }

  @Test
  void an_address_counts_without_slashes_at_its_ends() throws Exception {
    for (NodeType trigger : List.of(new WebhookTrigger(), new FormTrigger())) {
      assertThat(listening(trigger, " /Orders_1/new.x~/ ")).contains("Orders_1/new.x~");
      assertThat(listening(trigger, "")).isPresent();
    }
    assertThat(listening(new WebhookTrigger(), "orders/:order Id/:größe"))
        .contains("orders/:order Id/:größe");
  }

  private static Optional<String> listening(NodeType trigger, String path) throws NodeException {
    return trigger
        .listening(JsonObject.of("path", path), ZoneOffset.UTC, Instant.EPOCH)
        .map(each ->
            each instanceof Listening.Call call
                ? call.path()
                : each instanceof Listening.Form form ? form.path() : "");
  }

  @Test
  void a_form_gives_its_fields_without_answers() throws Exception {
    assertThat(
            NodeRun.of(new FormTrigger())
                .with("title", "Ask")
                .with(
                    "fields",
                    Json.parse(
                        """
                        [{"label": "Name"}, {"label": "Note", "type": "html", "text": "<b>hi</b>"},
                         {"label": "from", "type": "hiddenField", "text": "shop"},
                         {"label": "Colours", "name": "colours", "type": "checkbox"}]
                        """))
                .run()
                .records())
        .containsExactly(
            Json.parseObject(
                """
                {"Name": null, "from": "shop", "colours": [],
                 "submittedAt": "2026-01-05T09:30:00.000+00:00", "formMode": "test"}
                """));
  }
}
