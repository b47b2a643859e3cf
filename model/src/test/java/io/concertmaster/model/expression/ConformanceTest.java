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
    assertThat(report.right).isGreaterThan(200);
  }

  /** What came of the cases. */
  static final class Report {
    int right;
    int unsupported;
    int volatileOnes;
    int elsewhere;
    final List<String> wrong = new ArrayList<>();
    final TreeMap<String, Integer> reasons = new TreeMap<>();

    void judge(JsonObject one) {
      if (Boolean.TRUE.equals(one.get("volatile"))) {
        volatileOnes++;
        return;
      }
      if (isElsewhere(one)) {
        elsewhere++;
        return;
      }
      JsonObject answer = EvalLine.evaluate(one);
      if ("UNSUPPORTED".equals(answer.get("kind")) && !one.containsKey("error")) {
        unsupported++;
        reasons.merge(String.valueOf(answer.get("error")), 1, Integer::sum);
      } else if (isRight(one, answer)) {
        right++;
      } else {
        wrong.add(one.get("expression") + " gave " + answer + " for " + one);
      }
    }

    /**
     * Cases that do not judge a value: names that n8n reserves because its own evaluator is written
     * with them, and a variable of the environment in which n8n's test ran.
     */
    private static boolean isElsewhere(JsonObject one) {
      boolean reserved =
          one.get("error") instanceof JsonObject error
              && "ExpressionReservedVariableError".equals(error.get("name"));
      return reserved || String.valueOf(one.get("expression")).contains("$env.TEST_VARIABLE_1");
    }

    private static boolean isRight(JsonObject one, JsonObject answer) {
      if (one.containsKey("error")) {
        return answer.containsKey("error");
      }
      Object expected = one.get("expected");
      if (expected instanceof JsonObject marker && "undefined".equals(marker.get("$type"))) {
        return "undefined".equals(answer.get("type"));
      }
      return answer.containsKey("value")
          && !"undefined".equals(answer.get("type"))
          && Json.write(expected).equals(Json.write(answer.get("value")));
    }

    @Override
    public String toString() {
      return right
          + " right, "
          + wrong.size()
          + " wrong, "
          + unsupported
          + " not supported yet, "
          + volatileOnes
          + " depend on the clock or on chance, "
          + elsewhere
          + " on n8n's own evaluator or its environment: left out";
    }
  }
}
