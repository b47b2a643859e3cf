package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.Expression;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.RandomExpressions;
import io.concertmaster.model.expression.Shown;
import io.concertmaster.model.expression.TestScope;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.data.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both tiers give the same: by value, by type, and by the kind of an error. */
class TierDifferenceTest {
  /**
   * What ECMA-262 leaves to the implementation: digits to base 36 beyond a double's precision
   * (§21.1.3.6), of which the first tier writes V8's; texts that are no ISO dates (§21.4.3.2).
   */
  private static final Pattern OWN_WAY =
      Pattern.compile("toString\\(36\\)|new Date\\((?!\\)|'[0-9]{4}-)");

  private static ScriptHost host;

  @BeforeAll
  static void start() {
    host = new ScriptHost(HostSettings.DEFAULT.withProcesses(1));
  }

  @AfterAll
  static void end() {
    host.close();
  }

  @Test
  void someRandomExpressionsGiveTheSame() throws Exception {
    assertThat(differences(random(20_261_124L, 2_000))).isEmpty();
  }

  @Test
  void whatDifferedOnceGivesTheSame() throws Exception {
    assertThat(differences(kept().stream())).isEmpty();
  }

  @Test
  @Tag("long")
  void aHundredThousandRandomExpressionsGiveTheSame() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(differences(random(seed, 5_000))).as("seed " + seed).isEmpty();
    }
  }

  private static Stream<String> random(long seed, int count) {
    RandomExpressions random =
        new RandomExpressions(seed, LibraryPatterns.METHODS, LibraryPatterns.FUNCTIONS);
    return Stream.generate(random::next)
        .filter(expression -> !OWN_WAY.matcher(expression).find())
        .limit(count);
  }

  private static List<String> kept() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TierDifferenceTest.class.getResourceAsStream("differences.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  static List<String> differences(Stream<String> expressions) throws Exception {
    List<String> different = new ArrayList<>();
    int[] counts = new int[2];
    for (String expression : expressions.toList()) {
      // a space keeps "}}" of the expression's own from ending the block
      String parameter = "={{ " + expression.replace("}}", "} }").replace("}}", "} }") + " }}";
      counts[0]++;
      String first;
      try {
        first = outcome(Expression.compile(parameter));
      } catch (ExpressionException e) {
        first = e.kind().toString();
      }
      if (first.equals(Kind.UNSUPPORTED.toString())) {
        continue;
      }
      counts[1]++;
      String second;
      try {
        second = outcome(host.prepare(ScriptSource.of(parameter)));
      } catch (ExpressionException e) {
        second = e.kind().toString();
      }
      if (!first.equals(second)) {
        different.add(expression + "\n  first  " + first + "\n  second " + second);
      }
    }
    assertThat(counts[1])
        .as("expressions that the first tier does")
        .isGreaterThan(counts[0] * 8 / 10);
    return different;
  }

  private static String outcome(Evaluable expression) {
    TestScope scope = TestScope.of(json());
    try {
      return Shown.of(expression.evaluate(scope));
    } catch (ExpressionException e) {
      return e.kind().toString();
    }
  }

  private static io.concertmaster.node.data.JsonObject json() {
    try {
      return Json.parseObject(RandomExpressions.RECORD);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
