package io.concertmaster.nodes.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeResult;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;

class FormPageTest {
  private static NodeRun page() {
    return NodeRun.of(new FormPage()).input(Item.of("a", 1));
  }

  @Test
  void a_page_waits_for_its_answers() throws Exception {
    assertThat(page().run().result()).contains(NodeResult.waitForCall());
  }

  @Test
  void the_last_page_lets_items_pass() throws Exception {
    Outcome outcome = page().with("kind", "end").run();

    assertThat(outcome.result()).contains(NodeResult.done());
    assertThat(outcome.items()).containsExactly(Item.of("a", 1).pairedTo(0, 0));
  }

  @Test
  void both_say_what_the_person_sees() throws Exception {
    assertThat(page().with("title", "Further").run().told().orElseThrow())
        .containsEntry("kind", "page")
        .containsEntry("title", "Further")
        .containsKey("fields");
    assertThat(
            page()
                .with("kind", "end")
                .with("address", "https://example.org")
                .run()
                .told()
                .orElseThrow())
        .containsEntry("kind", "end")
        .containsEntry("address", "https://example.org");
  }
}
