package io.concertmaster.nodes.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.nodes.BuiltInNodes;
import org.junit.jupiter.api.Test;

class ForeignPlaceholderTest {
  private final ForeignPlaceholder node = new ForeignPlaceholder();

  @Test
  void it_cannot_run_and_says_what_to_do() throws Exception {
    assertThat(
            NodeRun.of(node)
                .with("type", "n8n-nodes-base.googleSheets")
                .input(Item.of("id", 1))
                .run()
                .error())
        .hasMessage(
            "“Google Sheets” is not available here: pin data on it, disable it or replace it");
  }

  @Test
  void its_ports_are_settings_and_those_for_items_come_first() {
    JsonObject settings =
        JsonObject.of("inputs", JsonArray.of("ai_languageModel", "main", 7, "main2", "no port!"));

    assertThat(node.inputs(settings))
        .containsExactly(
            new Port("main", "1"),
            new Port("main2", "2"),
            Port.attachment("ai_languageModel", "Model"));
    assertThat(node.outputs(JsonObject.of("outputs", JsonArray.of("main"))))
        .containsExactly(Port.main());
    assertThat(node.outputs(JsonObject.of("outputs", JsonArray.empty()))).isEmpty();
  }

  @Test
  void the_canvas_shows_a_name_that_people_can_read() {
    assertThat(caption("@n8n/n8n-nodes-langchain.lmChatOpenAi")).isEqualTo("Model Chat Open AI");
    assertThat(caption("n8n-nodes-base.httpRequestTool")).isEqualTo("HTTP Request Tool");
    assertThat(caption("n8n-nodes-base.microsoftSql")).isEqualTo("Microsoft SQL");
    assertThat(caption("")).isEmpty();
  }

  @Test
  void nobody_is_offered_it() {
    assertThat(BuiltInNodes.catalog().offered())
        .noneMatch(type -> type.descriptor().type().equals("n8n.placeholder"));
    assertThat(BuiltInNodes.catalog().find("n8n.placeholder", 1)).isPresent();
  }

  private String caption(String type) {
    return node.caption(JsonObject.of("type", type));
  }
}
