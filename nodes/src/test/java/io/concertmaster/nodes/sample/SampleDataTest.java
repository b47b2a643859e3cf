package io.concertmaster.nodes.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDataTest {
  private static NodeRun sample(String kind) {
    return NodeRun.of(new SampleData()).with("kind", kind).input(Item.of("a", 1));
  }

  @Test
  void there_are_five_customers_once_for_each_item() throws Exception {
    NodeRun run = sample("customers").with("count", 9);

    assertThat(run.run().records())
        .hasSize(5)
        .last()
        .extracting(record -> record.get("name"))
        .isEqualTo("Edmund Pevensie");
    assertThat(run.input(Item.of("a", 1), Item.of("a", 2)).run().items())
        .hasSize(10)
        .last()
        .extracting(item -> item.paired().getFirst().item())
        .isEqualTo(1L);
  }

  @ParameterizedTest
  @CsvSource({
    "user, firstname",
    "address, zip",
    "coordinates, location",
    "email, confirmed",
    "ipv4, ip",
    "ipv6, ipv6",
    "macAddress, mac",
    "url, url",
    "uuid, uuid",
    "semver, version",
    "nanoid, nanoId"
  })
  void random_items_have_their_fields_and_a_seed_repeats_them(String kind, String field)
      throws Exception {
    List<JsonObject> records = sample(kind).with("seed", "x").with("count", 20).run().records();

    assertThat(records).hasSize(20).allMatch(record -> record.get(field) != null);
    assertThat(records.stream().distinct().count()).isGreaterThan(1);
    assertThat(sample(kind).with("seed", "x").with("count", 20).run().records()).isEqualTo(records);
    assertThat(sample(kind).with("seed", "y").with("count", 20).run().records())
        .isNotEqualTo(records);
  }

  @Test
  void a_card_has_a_right_check_digit() throws Exception {
    for (JsonObject card : sample("creditCard").with("count", 50).run().records()) {
      String number = String.valueOf(card.get("number"));
      int sum = 0;
      for (int i = 0; i < number.length(); i++) {
        int digit = number.charAt(number.length() - 1 - i) - '0';
        int weighted = i % 2 == 1 ? digit * 2 : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
      }
      assertThat(sum % 10).as(number).isZero();
    }
  }

  @Test
  void all_can_come_in_one_item() throws Exception {
    assertThat(sample("uuid").with("together", true).run().records())
        .singleElement()
        .extracting(record -> ((JsonArray) record.get("generatedItems")).size())
        .isEqualTo(5);
  }

  @Test
  void a_message_is_said_to_be_sent() throws Exception {
    assertThat(
            NodeRun.of(new SampleMessage())
                .withPerItem("customer", item -> item.json().get("id"))
                .with("message", "Hello")
                .input(Item.of("id", 42))
                .run()
                .records())
        .containsExactly(JsonObject.of("output", "Sent message to customer 42:  Hello"));
  }
}
