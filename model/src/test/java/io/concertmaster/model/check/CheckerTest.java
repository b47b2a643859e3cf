package io.concertmaster.model.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.OnError;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {
  private static WorkflowBuilder flow() {
    return WorkflowBuilder.workflow("w").node("start", "trigger.manual", "Start");
  }

  private static List<String> check(WorkflowBuilder builder) {
    Workflow workflow = builder.build();
    return new Checker(TestNodes.CATALOG)
        .check(workflow).stream()
            .map(each -> each.severity() + " " + each.code() + " " + each.line(workflow))
            .toList();
  }

  @Test
  void anEmptyWorkflowAndARightOneHaveNoProblem() {
    assertThat(check(WorkflowBuilder.workflow("w"))).isEmpty();
    assertThat(
            check(
                flow()
                    .node("if", "flow.if", "If")
                    .node("a", "flow.noOp", "A")
                    .node("m", "flow.merge", "M")
                    .node("n", "note.sticky", "A")
                    .connect(
                        "start -> if", "if:true -> a", "a -> m:input1", "if:false -> m:input2")))
        .isEmpty();
  }

  @Test
  void unknownTypesAndVersionsAreNamed() {
    assertThat(
            check(
                flow()
                    .node("a", "flow.noop", "A")
                    .node("b", "sftp.read", "B")
                    .node("c", io.concertmaster.model.NodeDefinition.of("flow.if", 7, "C"))
                    .connect("start -> a", "a -> b", "b -> c")))
        .containsExactly(
            "ERROR UNKNOWN_TYPE A: the node type “flow.noop” is not known here: did you mean"
                + " “flow.noOp”?",
            "ERROR UNKNOWN_TYPE B: the node type “sftp.read” is not known here: update"
                + " ConcertMaster, or replace the node",
            "ERROR UNKNOWN_VERSION C: version 7 of the node type “flow.if” is not known here, the"
                + " newest is 1: update ConcertMaster, or choose a version that is known");
  }

  @Test
  void namesAreThereAndDiffer() {
    assertThat(
            check(
                flow()
                    .node("a", "flow.noOp", "Same")
                    .node("b", "flow.noOp", "Same")
                    .node("c", "flow.noOp", " ")
                    .connect("start -> a", "a -> b", "b -> c")))
        .containsExactly(
            "ERROR DUPLICATE_NAME Same: another node is named “Same” too, so expressions cannot"
                + " tell them apart: rename one of them",
            "ERROR EMPTY_NAME  : the node has no name: give it one");
  }

  @Test
  void connectionsEndAtNodesAndPortsThatAreThere() {
    assertThat(
            check(
                flow()
                    .node("if", "flow.if", "If")
                    .node("m", "flow.merge", "M", JsonObject.of("inputs", 3))
                    .connect(
                        "start -> if",
                        "if -> m:input3",
                        "if:true -> m:input4",
                        "if:error -> m:input1",
                        "if:false -> start",
                        "if:false -> gone",
                        "lost -> gone")))
        .containsExactly(
            "ERROR CONNECTION_INTO_TRIGGER Start: a connection comes in from “If”, but a run begins"
                + " here: delete the connection",
            "ERROR UNKNOWN_PORT If: the node has no output “main”, from which a connection leads to"
                + " “M”: use one of “true”, “false”",
            "ERROR UNKNOWN_PORT If: the node has no output “error”, from which a connection leads"
                + " to “M”: send its errors to the error output (“on error”), or delete the"
                + " connection",
            "ERROR UNKNOWN_NODE If: the connection if:false -> gone speaks of a node “gone” that is"
                + " not there: delete the connection, or add the node",
            "ERROR UNKNOWN_PORT M: the node has no input “input4”, at which a connection from “If”"
                + " ends: use one of “input1”, “input2”, “input3”",
            "ERROR UNKNOWN_NODE the connection lost -> gone speaks of a node “lost” that is not"
                + " there: delete the connection, or add the node",
            "ERROR UNKNOWN_NODE the connection lost -> gone speaks of a node “gone” that is not"
                + " there: delete the connection, or add the node");
  }

  @Test
  void theErrorOutputIsThereWhereErrorsGoToIt() {
    assertThat(
            check(
                flow()
                    .node("a", "flow.noOp", "A")
                    .set("a", node -> node.withOnError(OnError.OUTPUT))
                    .node("b", "flow.noOp", "B")
                    .connect("start -> a", "a:error -> b")))
        .isEmpty();
  }

  @Test
  void nodesThatNothingReachesAreWarnedOf() {
    assertThat(
            check(flow().node("a", "flow.noOp", "A").node("b", "flow.noOp", "B").connect("a -> b")))
        .allMatch(line -> line.startsWith("WARNING UNREACHABLE"))
        .hasSize(2);
  }

  @Test
  void aWorkflowWithoutTriggerBeginsWhereNothingLeads() {
    assertThat(check(WorkflowBuilder.workflow("w").node("a", "flow.noOp", "A")))
        .singleElement()
        .asString()
        .startsWith("WARNING NO_START there is no trigger");
    assertThat(
            check(
                WorkflowBuilder.workflow("w")
                    .node("a", "flow.if", "A")
                    .node("b", "flow.noOp", "B")
                    .connect("a:true -> b", "b -> a")))
        .singleElement()
        .asString()
        .startsWith("ERROR NO_START there is nothing from which a run could begin");
  }

  @Test
  void disabledTriggersAreWarnedOf() {
    assertThat(check(flow().set("start", node -> node.withDisabled(true))))
        .singleElement()
        .asString()
        .startsWith("WARNING DISABLED_TRIGGER Start: every trigger is disabled");
  }
}
