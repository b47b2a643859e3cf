package io.concertmaster.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.build.WorkflowBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nodes that stand for others which are not available, and connections that carry no items. */
class StandInTest {
  private static WorkflowBuilder flow() {
    return WorkflowBuilder.workflow("w")
        .node("start", "trigger.manual", "Start")
        .node("agent", "foreign.agent", "Agent")
        .node("tool", "foreign.tool", "Tool")
        .node("end", "flow.noOp", "End");
  }

  private static List<String> check(WorkflowBuilder builder) {
    return new Checker(TestNodes.CATALOG)
        .check(builder.build()).stream()
            .map(each -> each.severity() + " " + each.code() + " " + each.nodeId().orElse(""))
            .toList();
  }

  @Test
  void aStandInIsAWarningAndWhatOnlyServesItIsReached() {
    assertThat(check(flow().connect("start -> agent", "tool:tool -> agent:tool", "agent -> end")))
        .containsExactly("WARNING UNAVAILABLE agent");
  }

  @Test
  void aPinnedOrDisabledStandInIsNoProblem() {
    WorkflowBuilder connected =
        flow().connect("start -> agent", "tool:tool -> agent:tool", "agent -> end");
    assertThat(check(connected.set("agent", node -> node.withPinned(Optional.of(List.of())))))
        .isEmpty();
    assertThat(
            check(
                flow()
                    .connect("start -> agent", "tool:tool -> agent:tool", "agent -> end")
                    .set("agent", node -> node.withDisabled(true))))
        .isEmpty();
  }

  @Test
  void attachmentsAreNoLoopAndLeadNowhere() {
    assertThat(
            check(
                flow()
                    .connect("start -> agent", "tool:tool -> agent:tool", "agent -> end")
                    .node("other", "foreign.tool", "Other")))
        .containsExactly("WARNING UNAVAILABLE agent", "WARNING UNREACHABLE other");
  }

  @Test
  void itemsAndAttachmentsDoNotMix() {
    assertThat(check(flow().connect("start -> agent:tool", "start -> agent", "agent -> end")))
        .contains("ERROR UNKNOWN_PORT start");
    assertThat(check(flow().connect("tool:tool -> end", "start -> agent", "agent -> end")))
        .contains("ERROR UNKNOWN_PORT tool");
  }

  @Test
  void aRunMayBeginAtAStandInForATrigger() {
    assertThat(
            check(
                flow()
                    .node("mail", "foreign.trigger", "Mail")
                    .connect("start -> end", "mail -> agent", "tool:tool -> agent:tool")))
        .containsExactly("WARNING UNAVAILABLE agent", "WARNING UNAVAILABLE mail");
  }
}
