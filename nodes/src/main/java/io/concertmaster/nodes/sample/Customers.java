package io.concertmaster.nodes.sample;

import io.concertmaster.node.data.JsonObject;
import java.util.List;

/** Five customers out of books; always the same, and the same as in n8n's courses. */
final class Customers {
  private static final String[] NAMES = {"id", "name", "email", "notes", "country", "created"};

  private static final List<JsonObject> ALL =
      List.of(
          customer(
              "23423532",
              "Jay Gatsby",
              "gatsby@west-egg.com",
              "Keeps asking about a green light??",
              "US",
              "1925-04-10"),
          customer(
              "23423533",
              "José Arcadio Buendía",
              "jab@macondo.co",
              "Lots of people named after him. Very confusing",
              "CO",
              "1967-05-05"),
          customer(
              "23423534",
              "Max Sendak",
              "info@in-and-out-of-weeks.org",
              "Keeps rolling his terrible eyes",
              "US",
              "1963-04-09"),
          customer(
                  "23423535",
                  "Zaphod Beeblebrox",
                  "captain@heartofgold.com",
                  "Felt like I was talking to more than one person",
                  "",
                  "1979-10-12")
              .with("country", null),
          customer(
              "23423536",
              "Edmund Pevensie",
              "edmund@narnia.gov",
              "Passionate sailor",
              "UK",
              "1950-10-16"));

  private Customers() {}

  private static JsonObject customer(String... values) {
    JsonObject record = JsonObject.empty();
    for (int i = 0; i < NAMES.length; i++) {
      record = record.with(NAMES[i], values[i]);
    }
    return record;
  }

  /** The first of them. */
  static List<JsonObject> first(int count) {
    return ALL.subList(0, Math.clamp(count, 0, ALL.size()));
  }
}
