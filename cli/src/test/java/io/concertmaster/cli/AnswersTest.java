package io.concertmaster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code validate --data} judges the ten answers of the sample as the form everywhere does. */
final class AnswersTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("concertmaster.root", ".."), "docs", "examples");

  @Test
  void the_ten_answers_are_judged_as_is_expected_of_them() throws IOException {
    List<String> expected = new ArrayList<>();
    JsonArray ten =
        (JsonArray) Json.parse(Files.readString(EXAMPLES.resolve("order.answers.expected.json")));
    assertThat(ten).hasSize(10);
    for (int i = 0; i < ten.size(); i++) {
      for (Object each : (JsonArray) ((JsonObject) ten.get(i)).get("problems")) {
        JsonObject problem = (JsonObject) each;
        String code = String.valueOf(problem.get("keyword")).toUpperCase(Locale.ROOT);
        expected.add("answer " + (i + 1) + ", " + problem.get("at") + " " + code);
      }
    }

    Called called =
        Called.with(
            "validate",
            EXAMPLES.resolve("order.form.json"),
            "--data",
            EXAMPLES.resolve("order.answers.json"),
            "--json");

    assertThat(called.exit()).isEqualTo(1);
    assertThat(((JsonArray) called.json().get("problems")))
        .extracting(
            each -> ((JsonObject) each).get("property") + " " + ((JsonObject) each).get("code"))
        .isEqualTo(expected);
  }
}
