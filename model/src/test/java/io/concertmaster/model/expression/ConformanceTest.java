package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Expressions with the values that n8n gives for them; they lie outside of the repository. */
class ConformanceTest {
  @Test
  void whateverIsAcceptedGivesTheSameValueAsInN8n(TestReporter reporter) throws Exception {
    Path file =
        Path.of(System.getProperty("concertmaster.shared", "shared"))
            .resolve("conformance/n8n/expressions.json");
    assumeTrue(Files.exists(file), "skipped: there are no conformance cases at " + file);
    Report report = new Report();
    for (Object one : (JsonArray) Objects.requireNonNull(Json.parse(Files.readString(file)))) {
      report.judge((JsonObject) Objects.requireNonNull(one));
    }
    reporter.publishEntry("expressions", report.toString());
    assertThat(report.wrong).isEmpty();
    assertThat(report.right).isGreaterThanOrEqualTo(536);
  }

  /** What came of the cases. */
  static final class Report {
    int right;
    int unsupported;
    final List<String> elsewhere = new ArrayList<>();
    final List<String> wrong = new ArrayList<>();
    final TreeMap<String, Integer> reasons = new TreeMap<>();

    void judge(JsonObject one) {
      JsonObject answer =
          EvalLine.evaluate(one.with("env", JsonObject.of("TEST_VARIABLE_1", "valueEnvVariable1")));
      if (isRight(one, answer)) {
        right++;
      } else if ("UNSUPPORTED".equals(answer.get("kind")) && !one.containsKey("error")) {
        unsupported++;
        reasons.merge(String.valueOf(answer.get("error")), 1, Integer::sum);
      } else if (isElsewhere(one)) {
        elsewhere.add(String.valueOf(one.get("expression")));
      } else {
        wrong.add(one.get("expression") + " gave " + answer + " for " + one);
      }
    }

    /**
     * Cases that a line does not tell enough of: data that holds a function, and settings of a node
     * that the case leaves out.
     */
    private static boolean isElsewhere(JsonObject one) {
      String context = String.valueOf(one.get("context"));
      return context.contains("{\"$type\":\"function\"}")
          || (Json.write(one.get("expression")).contains("$parameter.")
              && !context.contains("\"parameters\""));
    }

    private static boolean isRight(JsonObject one, JsonObject answer) {
      if (one.containsKey("error")) {
        return answer.containsKey("error");
      }
      Object expected = one.get("expected");
      if (expected instanceof JsonObject marker && "undefined".equals(marker.get("$type"))) {
        return "undefined".equals(answer.get("type"));
      }
      if (!answer.containsKey("value") || "undefined".equals(answer.get("type"))) {
        return false;
      }
      Object value = answer.get("value");
      return Json.write(expected).equals(Json.write(value))
          || (Boolean.TRUE.equals(one.get("volatile")) && kind(expected).equals(kind(value)));
    }

    /** What can be told of a value that depends on the clock or on chance. */
    private static String kind(@Nullable Object value) {
      return value instanceof JsonObject marker && marker.get("$type") instanceof String type
          ? type
          : value == null ? "null" : value.getClass().getSimpleName();
    }

    @Override
    public String toString() {
      return right
          + " right, "
          + wrong.size()
          + " wrong, "
          + unsupported
          + " left to scripts "
          + reasons
          + ", "
          + elsewhere.size()
          + " not told wholly "
          + elsewhere;
    }
  }
}
