package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.OnError;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptBatchesTest extends EngineFixture {
  @Test
  void expressionsOfTheSecondTierGiveEachItemItsOwnValue() throws Exception {
    List<JsonObject> sent =
        sent(
            "={{ (() => { let n = $json.n; return n % 100 === 7 ? n.a.b : n + $itemIndex })() }}",
            1_500);
    assertThat(sent).hasSize(1_500);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(sent.get(i).get("set")).isEqualTo(i % 100 == 7 ? null : (Object) (2L * i));
    }
  }

  @Test
  void anItemThatFailsInABatchFailsAlone() throws Exception {
    List<JsonObject> sent =
        sent(
            "={{ (() => { let n = $json.n; return n === 33 ? $('No' + 'body').first() : n })() }}",
            40);
    assertThat(sent).hasSize(40);
    assertThat(sent.get(32).get("set")).isEqualTo(32L);
    assertThat(sent.get(33).get("error").toString()).contains("Nobody");
    assertThat(sent.get(34).get("set")).isEqualTo(34L);
  }

  private List<JsonObject> sent(String expression, int count) throws Exception {
    open(TestNodes.catalog());
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(Item.of("n", i));
    }
    var workflow =
        workflow("W")
            .node("start", "test.start", "Start")
            .node("last", "test.set", "Last")
            .parameter("last", "value", expression)
            .set("last", node -> node.withOnError(OnError.CONTINUE))
            .connect("start -> last")
            .build();
    return sent(run(workflow, items.toArray(Item[]::new)), "last", "main");
  }
}
