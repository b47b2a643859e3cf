package io.concertmaster.model.diff;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.OnError;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkflowDifferenceTest {
  private static WorkflowBuilder orders() {
    return workflow("Orders")
        .node("start", "trigger.manual", "Start")
        .node("check", "flow.if", "Over 10,000?")
        .parameter("check", "limit", 10_000L)
        .connect("start -> check");
  }

  private static WorkflowDifference from(Workflow before, Workflow after) {
    return WorkflowDifference.between(before, after);
  }

  @Test
  void aWorkflowDoesNotDifferFromItself() {
    WorkflowDifference difference = from(orders().build(), orders().build());
    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.count()).isZero();
    assertThat(DifferenceText.lines(difference)).isEmpty();
  }

  @Test
  void whatStandsElsewhereOnTheCanvasIsToldApart() {
    WorkflowDifference difference =
        from(orders().at("check", 10, 10).build(), orders().at("check", 500, 10).build());
    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.moved()).isTrue();
  }

  @Test
  void newNodesAndGoneOnesAreToldByNameAndType() {
    Workflow after =
        workflow("Orders")
            .node("start", "trigger.manual", "Start")
            .node("mail", "mail.send", "Tell sales")
            .connect("start -> mail")
            .build();
    assertThat(DifferenceText.lines(from(orders().build(), after)))
        .containsExactly(
            "+ node “Tell sales” (mail.send)",
            "- node “Over 10,000?” (flow.if)",
            "+ connection start -> mail",
            "- connection start -> check");
  }

  @Test
  void aValueIsToldByItsPathBeforeAndAfter() {
    Workflow before = orders().parameter("check", "rules", rules("a", "b")).build();
    Workflow after =
        orders()
            .parameter("check", "limit", 20_000L)
            .parameter("check", "rules", rules("a", "c", null))
            .set("check", node -> node.withOnError(OnError.CONTINUE).withName("Over 20,000?"))
            .build();
    assertThat(DifferenceText.lines(from(before, after)))
        .containsExactlyInAnyOrder(
            "~ node “Over 20,000?”, name: \"Over 10,000?\" → \"Over 20,000?\"",
            "~ node “Over 20,000?”, parameters.limit: 10000 → 20000",
            "~ node “Over 20,000?”, parameters.rules[1].is: \"b\" → \"c\"",
            "~ node “Over 20,000?”, parameters.rules[2]: now {\"is\":null}",
            "~ node “Over 20,000?”, onError: now \"continue\"");
  }

  private static JsonArray rules(Object... words) {
    Object[] rules = new Object[words.length];
    for (int i = 0; i < words.length; i++) {
      rules[i] = JsonObject.of("is", words[i]);
    }
    return JsonArray.of(rules);
  }

  @Test
  void nullIsNotTheSameAsNothing() {
    Workflow before = orders().parameter("check", "limit", null).build();
    Workflow after = orders().set("check", node -> node.withParameters(JsonObject.empty())).build();
    assertThat(from(before, after).nodes())
        .containsExactly(
            new NodeChange.Changed(
                "check",
                "Over 10,000?",
                List.of(
                    new ValueChange(
                        "parameters",
                        ValueChange.Kind.REMOVED,
                        JsonObject.of("limit", null),
                        null))));
  }

  @Test
  void nameAndSettingsOfTheWholeAreTold() {
    Workflow after = orders().build();
    Workflow renamed =
        new Workflow(
            after.id(),
            "Big orders",
            after.settings().withTimezone(Optional.of(ZoneId.of("UTC"))),
            after.nodes(),
            after.connections(),
            after.layout(),
            after.unknown());
    assertThat(DifferenceText.lines(from(after, renamed)))
        .containsExactly(
            "~ workflow, name: \"Orders\" → \"Big orders\"",
            "~ workflow, settings: now {\"timezone\":\"UTC\"}");
  }

  @Test
  void anotherOrderOfConnectionsIsADifference() {
    WorkflowBuilder nodes =
        workflow("W").node("a", "t.a", "A").node("b", "t.b", "B").node("c", "t.c", "C");
    Workflow before = nodes.connect("a -> b", "a -> c").build();
    Workflow after =
        new Workflow(
            before.id(),
            before.name(),
            before.settings(),
            before.nodes(),
            before.connections().reversed(),
            before.layout(),
            before.unknown());
    assertThat(from(before, after).reordered()).isTrue();
    assertThat(from(before, after).isEmpty()).isFalse();
  }

  @Test
  void programsGetItAsJson() {
    JsonObject json =
        DifferenceJson.of(from(orders().build(), orders().parameter("check", "limit", 5L).build()));
    assertThat(json)
        .isEqualTo(
            Json.parseObject(
                """
                {"same": false, "moved": false, "count": 1, "workflow": [],
                 "nodes": [{"id": "check", "name": "Over 10,000?", "kind": "changed", "changes":
                   [{"path": "parameters.limit", "kind": "changed", "before": 10000, "after": 5}]}],
                 "connections": {"added": [], "removed": [], "reordered": false}}
                """));
  }
}
