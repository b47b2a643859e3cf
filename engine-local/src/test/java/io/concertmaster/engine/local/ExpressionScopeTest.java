package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionScopeTest extends EngineFixture {
  private Object value(WorkflowBuilder workflow, Object expression, Item... input)
      throws Exception {
    open(TestNodes.catalog());
    RunView view = run(workflow.parameter("last", "value", expression).build(), input);
    assertThat(view.summary().error()).isEmpty();
    assertThat(view.status()).isEqualTo(RunStatus.SUCCEEDED);
    return sent(view, "last", "main").stream().map(item -> item.get("set")).toList();
  }

  @Test
  void anItemIsFollowedBackThroughNodesThatLeaveOthersOut() throws Exception {
    WorkflowBuilder workflow =
        workflow("W")
            .node("start", "test.start", "Start")
            .node("even", "test.even", "Even?")
            .node("mid", "test.set", "Mid")
            .set("mid", node -> node.withDisabled(true))
            .node("last", "test.set", "Last")
            .connect("start -> even", "even:true -> mid", "mid -> last");
    assertThat(
            value(
                workflow,
                "={{ $('Start').item.json.name }}",
                Item.of(JsonObject.of("n", 1, "name", "one")),
                Item.of(JsonObject.of("n", 2, "name", "two")),
                Item.of(JsonObject.of("n", 4, "name", "four"))))
        .isEqualTo(List.of("two", "four"));
  }

  @Test
  void whatAnotherNodeSentIsReadFromTheStore() throws Exception {
    assertThat(
            value(
                workflow("W")
                    .node("start", "test.start", "Start")
                    .node("last", "test.set", "Last")
                    .connect("start -> last"),
                "={{ $('Start').all().length + $json.n }}",
                Item.of("n", 10),
                Item.of("n", 20)))
        .isEqualTo(List.of(12L, 22L));
  }

  @Test
  void expressionsInsideListsAndObjectsAreEvaluatedForEachItem() throws Exception {
    Object nested =
        JsonObject.of(
            "list",
            JsonArray.of("={{ $json.n }}", "plain", "={{ $itemIndex }}"),
            "gone",
            "={{ $json.none }}");
    assertThat(
            value(
                workflow("W")
                    .node("start", "test.start")
                    .node("last", "test.set")
                    .connect("start -> last"),
                nested,
                Item.of("n", 10),
                Item.of("n", 20)))
        .isEqualTo(
            List.of(
                JsonObject.of("list", JsonArray.of(10, "plain", 0)),
                JsonObject.of("list", JsonArray.of(20, "plain", 1))));
  }

  private Object after(String expression, Item... input) throws Exception {
    WorkflowBuilder workflow =
        workflow("W")
            .node("start", "test.start", "Start")
            .node("even", "test.even", "Even?")
            .node("last", "test.set", "Last")
            .connect("start -> even", "even:false -> last");
    return value(workflow, expression, input);
  }

  private static final Item[] THREE = {Item.of("n", 1), Item.of("n", 2), Item.of("n", 3)};

  @Test
  void theNodeBeforeIsKnownWithItsOutputAndRun() throws Exception {
    assertThat(
            after(
                "={{ $prevNode.name + ' ' + $prevNode.outputIndex + ' ' + $prevNode.runIndex }}",
                THREE))
        .isEqualTo(List.of("Even? 1 0", "Even? 1 0"));
  }

  @Test
  void anotherNodesItemsAreThoseOfTheOutputThatLeadsHereUnlessOneNamesAnother() throws Exception {
    assertThat(after("={{ $('Even?').all().map(i => i.json.n).join() }}", THREE))
        .isEqualTo(List.of("1,3", "1,3"));
    assertThat(after("={{ $('Even?').all(0).map(i => i.json.n).join() }}", THREE))
        .isEqualTo(List.of("2", "2"));
    assertThat(after("={{ $('Even?').all(1, 0).length }}", THREE)).isEqualTo(List.of(2L, 2L));
  }

  @Test
  void theItemBehindAnyItemIsFound() throws Exception {
    assertThat(after("={{ $('Start').itemMatching(1).json.n }}", THREE)).isEqualTo(List.of(3L, 3L));
  }

  @Test
  void aNodeSeesItsOwnSettings() throws Exception {
    assertThat(after("={{ $parameter.field + $nodeVersion }}", THREE))
        .isEqualTo(List.of("set1", "set1"));
  }

  @Test
  void theRunTellsHowItIsResumedAndWhetherItIsATest() throws Exception {
    assertThat(after("={{ $execution.mode + ' ' + $mode }}", Item.of("n", 1)))
        .isEqualTo(List.of("test manual"));
    assertThat((List<?>) after("={{ $execution.resumeUrl }}", Item.of("n", 1)))
        .singleElement()
        .asString()
        .startsWith("concertmaster:resume/2/");
  }

  @Test
  void theVariablesOfTheHomeAreSeen() throws Exception {
    Files.writeString(home.resolve("variables.json"), "{\"city\": \"Delft\"}");
    assertThat(after("={{ $vars.city }}", Item.of("n", 1))).isEqualTo(List.of("Delft"));
  }
}
