package io.concertmaster.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.Connection;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Placement;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final Workflow CHAIN =
      WorkflowBuilder.workflow("Chain")
          .node("a", "trigger.manual", "Start")
          .node("b", "data.filter", "Filter")
          .node("c", "flow.noOp", "End")
          .parameter("c", "text", "={{ $('Filter').item.json.x }}")
          .connect("a -> b", "b -> c", "b:error -> a")
          .at("a", 0, 0)
          .at("b", 200, 0)
          .build();

  @Test
  void aNewNodeStandsBehindTheOthers() {
    Workflow after =
        new AddNode("d", NodeDefinition.of("x.y", 1, "New"), Placement.at(5, 6)).apply(CHAIN);

    assertThat(after.nodes().keySet()).containsExactly("a", "b", "c", "d");
    assertThat(after.layout()).containsEntry("d", Placement.at(5, 6));
  }

  @Test
  void aTakenOrWrongIdIsRefused() {
    NodeDefinition node = NodeDefinition.of("x.y", 1, "New");
    assertThatThrownBy(() -> new AddNode("a", node, Optional.empty()).apply(CHAIN))
        .hasMessageContaining("there is a node “a” already");
    assertThatThrownBy(() -> new AddNode("A b", node, Optional.empty()))
        .hasMessageContaining("no id for a node");
  }

  @Test
  void removedNodesTakeTheirConnectionsAndPlacesAlong() {
    Workflow after = new RemoveNodes(Set.of("b")).apply(CHAIN);

    assertThat(after.nodes().keySet()).containsExactly("a", "c");
    assertThat(after.connections()).isEmpty();
    assertThat(after.layout().keySet()).containsExactly("a");
  }

  @Test
  void aGapIsClosedWhereThatIsWanted() {
    Workflow longer =
        new Batch(
                "more",
                List.of(
                    new AddNode("d", NodeDefinition.of("x.y", 1, "D"), Optional.empty()),
                    new Connect(Connection.of("c", "d"))))
            .apply(CHAIN);

    assertThat(new RemoveNodes(Set.of("b"), true).apply(longer).connections())
        .extracting(Connection::toString)
        .containsExactly("a -> c", "c -> d");
    assertThat(new RemoveNodes(Set.of("b", "c"), true).apply(longer).connections())
        .extracting(Connection::toString)
        .containsExactly("a -> d");
  }

  @Test
  void renamingANodeChangesTheExpressionsThatSpeakOfIt() {
    Workflow after = new RenameNode("b", "It's new").apply(CHAIN);

    assertThat(after.node("b").orElseThrow().name()).isEqualTo("It's new");
    assertThat(after.node("c").orElseThrow().parameters())
        .isEqualTo(JsonObject.of("text", "={{ $('It\\'s new').item.json.x }}"));
  }

  @Test
  void anAmbiguousNameIsLeftInExpressions() {
    Workflow twice =
        WorkflowBuilder.workflow("w")
            .node("a", "x.y", "Same")
            .node("b", "x.y", "Same")
            .node("c", "x.y", "C")
            .parameter("c", "p", "={{ $('Same').item }}")
            .build();

    assertThat(new RenameNode("a", "Other").apply(twice).node("c")).isEqualTo(twice.node("c"));
  }

  @Test
  void aParameterSetToNothingIsTakenOut() {
    Workflow after = SetParameters.one(CHAIN, "c", "text", null).apply(CHAIN);
    assertThat(after.node("c").orElseThrow().parameters()).isEmpty();
  }

  @Test
  void settingsOfSeveralNodesAreOneEdit() {
    Edit edit = SetNodeSettings.of(CHAIN, List.of("a", "b"), node -> node.withDisabled(true));

    assertThat(edit.label()).isEqualTo("Change settings of 2 nodes");
    assertThat(edit.apply(CHAIN).nodes().values())
        .extracting(NodeDefinition::disabled)
        .containsExactly(true, true, false);
  }

  @Test
  void aConnectionIsThereOnlyOnce() {
    assertThat(new Connect(Connection.of("a", "b")).apply(CHAIN)).isEqualTo(CHAIN);
    assertThatThrownBy(() -> new Connect(Connection.of("a", "z")).apply(CHAIN))
        .hasMessageContaining("there is no node “z”");
  }

  @Test
  void pastedNodesGetNewIdsAndNamesAndSpeakOfEachOther() throws Exception {
    String text = Clipboard.copy(CHAIN, Set.of("b", "c"));
    Paste paste = new Paste(Clipboard.read(text).orElseThrow(), 10, 20);
    Workflow after = paste.apply(CHAIN);

    assertThat(paste.ids(CHAIN)).containsEntry("b", "filter").containsEntry("c", "end");
    assertThat(after.nodes().keySet()).containsExactly("a", "b", "c", "filter", "end");
    assertThat(after.node("end").orElseThrow().name()).isEqualTo("End 2");
    assertThat(after.node("end").orElseThrow().parameters())
        .isEqualTo(JsonObject.of("text", "={{ $('Filter 2').item.json.x }}"));
    assertThat(after.connections()).contains(Connection.of("filter", "end")).hasSize(4);
    assertThat(after.layout()).containsEntry("filter", Placement.at(210, 20));
  }

  @Test
  void pastingIntoAnotherWorkflowKeepsIdsAndNames() throws Exception {
    String text = Clipboard.copy(CHAIN, CHAIN.nodes().keySet());
    Workflow empty = Workflow.empty("e", "E");
    Workflow after = new Paste(Clipboard.read(text).orElseThrow(), 0, 0).apply(empty);

    assertThat(after.nodes()).isEqualTo(CHAIN.nodes());
    assertThat(after.connections()).isEqualTo(CHAIN.connections());
    assertThat(after.layout()).isEqualTo(CHAIN.layout());
  }

  @Test
  void otherTextInTheClipboardIsNotPasted() throws Exception {
    assertThat(Clipboard.read("hello")).isEmpty();
    assertThat(Clipboard.read("{\"nodes\": []}")).isEmpty();
    assertThat(Clipboard.read("{\"concertmaster\": \"forms\"}")).isEmpty();
    assertThatThrownBy(() -> Clipboard.read("{\"concertmaster\": \"nodes\", \"format\": 1}"))
        .hasMessageContaining("has no “nodes”");
  }
}
