package io.concertmaster.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.OnError;
import io.concertmaster.model.build.WorkflowBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopCheckTest {
  private static WorkflowBuilder flow() {
    return WorkflowBuilder.workflow("w")
        .node("start", "trigger.manual", "Start")
        .node("a", "flow.noOp", "A")
        .node("b", "flow.noOp", "B")
        .node("if", "flow.if", "If")
        .node("end", "flow.noOp", "End")
        .connect("start -> a", "start -> if", "start -> end", "start -> b");
  }

  private static List<String> check(WorkflowBuilder builder) {
    return new Checker(TestNodes.CATALOG)
        .check(builder.build()).stream()
            .filter(each -> each.code() == Code.ENDLESS_LOOP)
            .map(each -> each.severity() + " " + each.nodeId().orElse(""))
            .toList();
  }

  @Test
  void aLoopThatNothingLeavesIsAnError() {
    assertThat(check(flow().connect("a -> b", "b -> a"))).containsExactly("ERROR a");
    assertThat(check(flow().connect("a -> a"))).containsExactly("ERROR a");
  }

  @Test
  void aLoopWithANodeThatChoosesIsRight() {
    assertThat(check(flow().connect("a -> if", "if:true -> a", "if:false -> end"))).isEmpty();
    assertThat(check(flow().connect("a -> if", "if:true -> a"))).isEmpty();
    assertThat(check(flow().connect("if:true -> if"))).isEmpty();
  }

  @Test
  void aNodeWhoseOutputsAllLeadBackDoesNotChoose() {
    assertThat(check(flow().connect("a -> if", "if:true -> a", "if:false -> a")))
        .containsExactly("ERROR a");
  }

  @Test
  void aDisabledNodeDoesNotChoose() {
    assertThat(
            check(
                flow()
                    .set("if", node -> node.withDisabled(true))
                    .connect("a -> if", "if:true -> a")))
        .containsExactly("ERROR a");
  }

  @Test
  void theErrorOutputIsNoChoice() {
    assertThat(
            check(
                flow()
                    .set("b", node -> node.withOnError(OnError.OUTPUT))
                    .connect("a -> b", "b -> a", "b:error -> end")))
        .containsExactly("WARNING a");
  }

  @Test
  void aLoopThatSendsCopiesOutIsWarnedOf() {
    assertThat(check(flow().connect("a -> b", "b -> a", "b -> end"))).containsExactly("WARNING a");
  }

  @Test
  void twoLoopsAreTwoProblemsAndAChainIsNone() {
    assertThat(check(flow().connect("a -> b", "b -> a", "end -> end")))
        .containsExactly("ERROR a", "ERROR end");
    assertThat(check(flow().connect("a -> b", "b -> if", "if:true -> end"))).isEmpty();
  }

  @Test
  void aRingOfTwentyThousandNodesIsFound() {
    WorkflowBuilder ring = WorkflowBuilder.workflow("w").node("start", "trigger.manual", "Start");
    int size = 19_999;
    for (int i = 0; i < size; i++) {
      ring.node("n" + i, "flow.noOp", "N" + i).connect("n" + i + " -> n" + (i + 1) % size);
    }
    ring.connect("start -> n0");

    assertThat(check(ring)).containsExactly("ERROR n0");
  }
}
