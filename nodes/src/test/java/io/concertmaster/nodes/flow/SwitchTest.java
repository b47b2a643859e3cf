package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Port;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;

class SwitchTest {
  private static final String CASES =
      "[{\"equals\":\"NL\",\"name\":\"Dutch\"},{\"equals\":\"DE\"},{\"equals\":\"nl\"}]";

  private static JsonArray rules(Item item) {
    Object total = item.json().get("n");
    return JsonArray.of(rule(total, "greaterThan", 5), rule(total, "greaterThan", 10));
  }

  private static JsonObject rule(Object left, String is, int right) {
    return JsonObject.of(
        "conditions", JsonArray.of(JsonObject.of("left", left, "is", is).with("right", right)));
  }

  /** The function stands for what the file would hold; the ports come from that. */
  private static NodeRun byRules() {
    return NodeRun.of(new TwoRules())
        .withPerItem("rules", SwitchTest::rules)
        .input(Item.of("n", 7), Item.of("n", 12), Item.of("n", 1));
  }

  private static NodeRun byCountry() {
    return NodeRun.of(new Switch())
        .with("mode", "value")
        .with("cases", Json.parse(CASES))
        .withPerItem("value", item -> item.json().get("c"))
        .input(Item.of("c", "DE"), Item.of("c", "nl"), Item.of("c", "FR"));
  }

  @Test
  void an_item_goes_to_the_first_output_whose_rule_it_meets() throws Exception {
    Outcome outcome = byRules().run();

    assertThat(outcome.items(0))
        .containsExactly(Item.of("n", 7).pairedTo(0, 0), Item.of("n", 12).pairedTo(1, 0));
    assertThat(outcome.items(1)).isEmpty();
  }

  @Test
  void or_to_all_whose_rules_it_meets() throws Exception {
    Outcome outcome = byRules().with("send", "all").run();

    assertThat(outcome.items(0)).hasSize(2);
    assertThat(outcome.items(1)).containsExactly(Item.of("n", 12).pairedTo(1, 0));
  }

  @Test
  void one_value_is_compared_with_its_cases() throws Exception {
    Outcome outcome = byCountry().run();

    assertThat(outcome.records(0)).isEmpty();
    assertThat(outcome.records(1)).containsExactly(JsonObject.of("c", "DE"));
    assertThat(outcome.records(2)).containsExactly(JsonObject.of("c", "nl"));
    assertThat(byCountry().with("ignoreCase", true).run().records(0))
        .containsExactly(JsonObject.of("c", "nl"));
  }

  @Test
  void what_fits_nowhere_is_dropped_or_has_an_output_of_its_own() throws Exception {
    assertThat(byCountry().run().outputs()).hasSize(3);
    assertThat(byCountry().with("fallback", "output").run().items(3))
        .containsExactly(Item.of("c", "FR").pairedTo(2, 0));
  }

  @Test
  void a_missing_value_can_be_made_an_error() throws Exception {
    Outcome outcome =
        byCountry().with("missing", "error").input(Item.of("d", 1), Item.of("c", "DE")).run();

    assertThat(outcome.rejected()).singleElement().returns(0L, Outcome.Rejected::position);
    assertThat(outcome.items(1)).hasSize(1);
  }

  @Test
  void a_rule_that_cannot_be_judged_says_which() throws Exception {
    Outcome outcome = byRules().input(Item.of("n", "many")).run();

    assertThat(outcome.rejected().getFirst().error())
        .hasMessage("Rule 1: Condition 1: cannot compare the text “many” with the number 5");
    assertThat(outcome.rejected().getFirst().error().property())
        .isEqualTo("rules[0].conditions[0]");
  }

  @Test
  void ports_are_named_by_position_and_labelled_by_name_or_value() {
    JsonObject settings =
        JsonObject.of("mode", "value", "cases", Json.parse(CASES)).with("fallback", "output");

    assertThat(new Switch().outputs(settings))
        .containsExactly(
            new Port("rule1", "Dutch"),
            new Port("rule2", "DE"),
            new Port("rule3", "nl"),
            new Port("fallback", "Otherwise"));
    assertThat(new Switch().outputs(JsonObject.empty())).isEmpty();
  }

  @Test
  void the_number_of_an_output_leads_there() throws Exception {
    NodeRun run =
        NodeRun.of(new Switch())
            .with("mode", "number")
            .with("outputs", 3)
            .withPerItem("number", item -> item.json().get("n"))
            .input(Item.of("n", 2), Item.of("n", "0"), Item.of("n", 3));

    assertThat(run.run().items(2)).containsExactly(Item.of("n", 2).pairedTo(0, 0));
    assertThat(run.run().items(0)).hasSize(1);
    assertThat(run.run().rejected().getFirst().error())
        .hasMessage("There is no output 3: they are 0 to 2");
  }

  @Test
  void what_fits_nowhere_can_leave_by_one_of_the_outputs() throws Exception {
    Outcome outcome = byCountry().with("fallback", "existing").with("fallbackTo", 0).run();

    assertThat(outcome.items(0)).containsExactly(Item.of("c", "FR").pairedTo(2, 0));
  }

  @Test
  void several_rules_can_lead_to_one_output() throws Exception {
    JsonObject first = rule(1, "equals", 1).with("output", 1);
    NodeRun run =
        NodeRun.of(new Switch())
            .with("outputs", 2)
            .with("rules", JsonArray.of(first, rule(1, "equals", 1).with("output", 0)))
            .input(Item.of("n", 1));

    assertThat(run.run().items(1)).hasSize(1);
    assertThat(new Switch().outputs(JsonObject.of("outputs", 2)))
        .containsExactly(new Port("rule1", "1"), new Port("rule2", "2"));
  }
}
