package io.concertmaster.engine.local;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.engine.RunStatus;
import io.concertmaster.engine.RunView;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import org.junit.jupiter.api.Test;

class NestedSettingsTest extends EngineFixture {
  private RunView run(String setting) throws Exception {
    open(TestNodes.catalog());
    return run(
        workflow("W")
            .node("start", "test.start", "Start")
            .node("last", "test.set", "Last")
            .connect("start -> last")
            .parameter("last", "value", parsed(setting))
            .build(),
        Item.of("n", 10),
        Item.of("n", 20));
  }

  private static Object parsed(String json) throws JsonException {
    return Json.parse(json);
  }

  @Test
  void expressionsFillTheirPlacesInListsAndObjects() throws Exception {
    RunView view =
        run(
            "{\"a\": \"={{ $json.n }}\", \"of\": [[\"={{ $json.n + 1 }}\", 3], {\"b\": {\"c\": \"={{ $json.n + 2 }}\"}}]}");
    assertThat(sent(view, "last", "main").stream().map(item -> item.get("set")).toList())
        .containsExactly(
            parsed("{\"a\": 10, \"of\": [[11, 3], {\"b\": {\"c\": 12}}]}"),
            parsed("{\"a\": 20, \"of\": [[21, 3], {\"b\": {\"c\": 22}}]}"));
  }

  @Test
  void whatIsUndefinedLeavesItsFieldOutAndIsNullInAList() throws Exception {
    RunView view =
        run(
            "{\"a\": \"={{ $json.gone }}\", \"b\": 1, \"of\": [\"={{ $json.gone }}\", {\"c\": \"={{ $json.gone }}\", \"d\": 2}]}");
    assertThat(sent(view, "last", "main").getFirst().get("set"))
        .isEqualTo(parsed("{\"b\": 1, \"of\": [null, {\"d\": 2}]}"));
  }

  @Test
  void theFirstExpressionThatFailsIsNamedByItsPlace() throws Exception {
    RunView view =
        run("{\"a\": [1, {\"b\": \"={{ 'x'.repeat(1e9) }}\"}], \"c\": \"={{ 'x'.repeat(1e9) }}\"}");
    assertThat(view.status()).isEqualTo(RunStatus.FAILED);
    assertThat(view.summary().error().orElseThrow().message()).contains("value.a[1].b");
  }
}
