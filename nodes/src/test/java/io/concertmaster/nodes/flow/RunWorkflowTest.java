package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.Workflows;
import io.concertmaster.node.Workflows.Call;
import io.concertmaster.node.Workflows.Callee;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.Paired;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunWorkflowTest {
  private static final Item ONE = Item.of("n", 1);
  private static final Item TWO = Item.of("n", 2);

  /** Workflows whose runs end when they are asked after a second time. */
  private static final class Calls implements Workflows {
    private final Map<String, ItemList> given = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Callee> callees = new ArrayList<>();

    @Override
    public Call call(String key, Callee callee, ItemList items) {
      asked.add(key);
      callees.add(callee);
      if (given.putIfAbsent(key, items) == null) {
        return new Call.Pending(given.size());
      }
      return items.get(0).json().get("n") instanceof Long n && n == 2
          ? new Call.Failed(2, "two is too much")
          : new Call.Ended(1, ItemList.of(Item.of("sent", key)));
    }

    @Override
    public long hand(String key, Callee callee, ItemList items) {
      asked.add("handed " + key);
      callees.add(callee);
      given.putIfAbsent(key, items);
      return given.size();
    }
  }

  /** There are none. */
  private static final class Missing implements Workflows {
    @Override
    public Call call(String key, Callee callee, ItemList items) throws NodeException {
      throw new NodeException("no workflow “nobody”");
    }

    @Override
    public long hand(String key, Callee callee, ItemList items) throws NodeException {
      throw new NodeException("no workflow “nobody”");
    }
  }

  private final Calls calls = new Calls();

  private NodeRun node() {
    return NodeRun.of(new RunWorkflow())
        .workflows(calls)
        .with("source", "id")
        .with("id", "other")
        .input(ONE, TWO);
  }

  @Test
  void itBeginsAgainUntilTheCalledRunHasEndedAndSendsOnWhatThatSent() throws Exception {
    assertThat(node().run().result()).contains(NodeResult.again());
    Outcome outcome = node().run();
    assertThat(outcome.records()).containsExactly(JsonObject.of("sent", "all"));
    assertThat(outcome.items().getFirst().paired())
        .containsExactly(new Paired(0, 0), new Paired(1, 0));
    assertThat(calls.callees).containsOnly(new Callee.Id("other"));
    assertThat(calls.given.get("all").size()).isEqualTo(2);
  }

  @Test
  void itDoesNotWaitWhereItNeedNot() throws Exception {
    assertThat(node().with("wait", false).run().records()).containsExactly(ONE.json(), TWO.json());
    assertThat(calls.asked).containsExactly("handed all");
  }

  @Test
  void onceForEachItemRunsOneAfterTheOtherAndPutsThoseThatFailAside() throws Exception {
    Outcome first = node().with("mode", "each").run();
    assertThat(first.result()).contains(NodeResult.again());
    assertThat(calls.asked).containsExactly("item 0");
    Outcome second = node().with("mode", "each").memory(first.memory()).run();
    assertThat(second.result()).contains(NodeResult.again());
    assertThat(calls.asked).containsExactly("item 0", "item 0", "item 1");
    Outcome last = node().with("mode", "each").memory(second.memory()).run();
    assertThat(last.records()).containsExactly(JsonObject.of("sent", "item 0"));
    assertThat(last.rejected())
        .singleElement()
        .satisfies(each -> assertThat(each.error()).hasMessage("two is too much"));
  }

  @Test
  void whereAFailureStopsTheNodeNoWorkflowOfALaterItemBegins() throws Exception {
    NodeRun stopping = node().input(TWO, ONE, ONE).with("mode", "each").stopAtReject();
    Outcome first = stopping.run();
    assertThat(first.result()).contains(NodeResult.again());
    assertThat(stopping.memory(first.memory()).run().error()).hasMessage("two is too much");
    assertThat(calls.given).containsOnlyKeys("item 0");
  }

  @Test
  void aNewTryBeginsWithTheFirstItem() throws Exception {
    Outcome first = node().with("mode", "each").run();
    JsonObject kept = first.memory().values();
    first.memory().values(kept.with("next", 1).with("attempt", 0));
    calls.asked.clear();
    node().with("mode", "each").memory(first.memory()).run();
    assertThat(calls.asked).startsWith("item 0");
  }

  @Test
  void theFailureOfTheCalledRunIsTheNodes() throws Exception {
    NodeRun failing = node().input(TWO).stopAtReject();
    failing.run();
    assertThat(failing.run().error()).hasMessage("two is too much");
  }

  @Test
  void fieldsToGiveStandInForTheItems() throws Exception {
    node().withPerItem("fields", item -> JsonObject.of("m", item.json().get("n"))).run();
    assertThat(calls.given.get("all").get(1).json()).isEqualTo(JsonObject.of("m", 2));
  }

  @Test
  void whereTheRunGoesOnAWorkflowThatIsNotThereIsToldByOneItem() throws Exception {
    NodeRun missing =
        NodeRun.of(new RunWorkflow())
            .workflows(new Missing())
            .with("source", "id")
            .with("id", "nobody")
            .input(ONE, TWO);

    Outcome outcome = missing.run();
    assertThat(outcome.records()).containsExactly(JsonObject.of("error", "no workflow “nobody”"));
    assertThat(outcome.items().getFirst().paired())
        .containsExactly(new Paired(0, 0), new Paired(1, 0));
    assertThat(missing.with("wait", false).run().records()).hasSize(1);
    assertThat(missing.stopAtReject().run().error()).hasMessage("no workflow “nobody”");
  }

  @Test
  void onceForEachItemAWorkflowThatIsNotThereIsToldByEachItem() throws Exception {
    for (boolean wait : new boolean[] {true, false}) {
      NodeRun missing =
          NodeRun.of(new RunWorkflow())
              .workflows(new Missing())
              .with("source", "id")
              .with("id", "nobody")
              .with("mode", "each")
              .with("wait", wait)
              .input(ONE, TWO);

      Outcome outcome = missing.run();
      assertThat(outcome.records()).isEmpty();
      assertThat(outcome.rejected())
          .hasSize(2)
          .allSatisfy(each -> assertThat(each.error()).hasMessage("no workflow “nobody”"));
      assertThat(missing.stopAtReject().run().error().item()).hasValue(0);
    }
  }
}
