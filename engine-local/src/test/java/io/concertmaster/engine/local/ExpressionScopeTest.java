package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
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
}
