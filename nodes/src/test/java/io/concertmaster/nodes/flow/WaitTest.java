package io.concertmaster.nodes.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeResult;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {
  @ParameterizedTest
  @CsvSource({"1, seconds, PT1S", "0.5, minutes, PT30S", "2, hours, PT2H", "3, days, PT72H"})
  void items_go_on_some_time_after_the_node_began(double amount, String unit, Duration expected)
      throws Exception {
    Outcome outcome =
        NodeRun.of(new Wait())
            .with("amount", amount)
            .with("unit", unit)
            .input(Item.of("a", 1))
            .run();

    assertThat(outcome.result()).contains(NodeResult.waitUntil(NodeRun.STARTED.plus(expected)));
    assertThat(outcome.items()).containsExactly(Item.of("a", 1).pairedTo(0, 0));
  }

  @Test
  void or_at_a_moment_in_the_zone_of_the_workflow() throws Exception {
    assertThat(
            NodeRun.of(new Wait())
                .with("mode", "until")
                .with("until", "2026-12-31T18:00")
                .zone(ZoneId.of("Europe/Amsterdam"))
                .run()
                .result())
        .contains(NodeResult.waitUntil(Instant.parse("2026-12-31T17:00:00Z")));
  }

  @Test
  void what_is_no_time_is_an_error() throws Exception {
    assertThat(NodeRun.of(new Wait()).with("amount", -1).run().error().property())
        .isEqualTo("amount");
    assertThat(NodeRun.of(new Wait()).with("mode", "until").with("until", "soon").run().error())
        .hasMessage("“until” must be a date such as 2026-12-31T18:00, not \"soon\"");
    assertThat(NodeRun.of(new Wait()).with("unit", "weeks").run().error().property())
        .isEqualTo("unit");
  }

  @Test
  void or_until_somebody_calls_but_not_longer_than_one_likes() throws Exception {
    NodeRun run = NodeRun.of(new Wait()).with("mode", "call").input(Item.of("a", 1));

    assertThat(run.run().result()).contains(NodeResult.waitForCall());
    assertThat(run.with("limit", "duration").with("limitAmount", 2).run().result())
        .contains(NodeResult.waitForCall(NodeRun.STARTED.plus(Duration.ofHours(2))));
    assertThat(run.with("limit", "until").with("limitUntil", "2026-02-01T00:00").run().result())
        .contains(NodeResult.waitForCall(Instant.parse("2026-02-01T00:00:00Z")));
  }
}
