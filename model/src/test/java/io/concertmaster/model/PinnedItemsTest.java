package io.concertmaster.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is pinned is for trying a workflow, and stands in for nothing that was really sent. */
class PinnedItemsTest {
  private static final List<Item> PINNED = List.of(Item.of(JsonObject.of("n", 1L)));

  private static WorkflowBuilder builder() {
    return WorkflowBuilder.workflow("Two steps")
        .node("first", "trigger.manual")
        .node("second", "data.limit")
        .connect("first -> second");
  }

  private static Workflow pinned() {
    return builder()
        .set("first", node -> node.withPinned(Optional.of(PINNED)))
        .set("second", node -> node.withPinned(Optional.of(PINNED)))
        .build();
  }

  private static Optional<List<Item>> at(Workflow workflow, String node) {
    return workflow.node(node).orElseThrow().pinned();
  }

  @Test
  void nothingIsPinnedLive() {
    assertThat(pinned().live()).isEqualTo(builder().build());
  }

  @Test
  void givenItemsComeFromWhereTheRunBegins() {
    Workflow atTrigger = pinned().takingItems(Optional.empty());
    Workflow atSecond = pinned().takingItems(Optional.of("second"));

    assertThat(at(atTrigger, "first")).isEmpty();
    assertThat(at(atTrigger, "second")).contains(PINNED);
    assertThat(at(atSecond, "first")).contains(PINNED);
    assertThat(at(atSecond, "second")).isEmpty();
  }

  @Test
  void aWorkflowWithoutPinnedItemsStaysTheSame() {
    Workflow workflow = builder().build();

    assertThat(workflow.live()).isSameAs(workflow);
    assertThat(workflow.takingItems(Optional.empty())).isSameAs(workflow);
  }
}
