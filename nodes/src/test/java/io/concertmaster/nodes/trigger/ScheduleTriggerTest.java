package io.concertmaster.nodes.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.Listening;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ScheduleTriggerTest {
  private static NodeRun schedule() {
    return NodeRun.of(new ScheduleTrigger())
        .with("times", Json.parse("[{}]"))
        .zone(ZoneId.of("America/New_York"))
        .startedAt(Instant.parse("2026-11-23T01:05:09.007Z"));
  }

  @Test
  void the_item_says_the_moment_in_the_zone_of_the_workflow() throws Exception {
    assertThat(schedule().run().records())
        .containsExactly(
            Json.parseObject(
                """
                {"timestamp": "2026-11-22T20:05:09.007-05:00",
                 "Readable date": "November 22nd 2026, 8:05:09 pm",
                 "Readable time": "8:05:09 pm", "Day of week": "Sunday", "Year": "2026",
                 "Month": "November", "Day of month": "22", "Hour": "20", "Minute": "05",
                 "Second": "09", "Timezone": "America/New_York (UTC-05:00)"}
                """));
  }

  @Test
  void it_can_be_empty_and_gives_way_to_given_items() throws Exception {
    assertThat(schedule().with("item", "empty").run().records())
        .containsExactly(JsonObject.empty());
    assertThat(schedule().input(Item.of("a", 1)).run().records())
        .containsExactly(JsonObject.of("a", 1));
  }

  @Test
  void while_it_listens_the_item_says_the_moment_that_was_due() throws Exception {
    Listening.Clock clock =
        (Listening.Clock)
            new ScheduleTrigger()
                .listening(
                    Json.parseObject("{\"times\":[{\"hour\":6}],\"missed\":\"all\"}"),
                    ZoneId.of("Europe/Berlin"),
                    Instant.parse("2026-11-23T12:00:00Z"))
                .orElseThrow();
    Instant due = clock.times().after(Instant.parse("2026-11-23T12:00:00Z")).orElseThrow();
    assertThat(due).isEqualTo("2026-11-24T05:00:00Z");
    assertThat(clock.missed()).isEqualTo(Listening.Missed.ALL);
    assertThat(clock.item().apply(due))
        .containsEntry("timestamp", "2026-11-24T06:00:00.000+01:00")
        .containsEntry("Readable time", "6:00:00 am");
    assertThat(clock.words()).isEqualTo("every day at 06:00, Europe/Berlin");
  }

  @Test
  void the_caption_says_the_first_time() {
    ScheduleTrigger trigger = new ScheduleTrigger();

    assertThat(
            trigger.caption(Json.parseObject("{\"times\":[{\"unit\":\"hours\",\"every\":2},{}]}")))
        .isEqualTo("every 2 hours …");
    assertThat(trigger.caption(Json.parseObject("{\"times\":[{}]}"))).isEqualTo("every day");
  }
}
