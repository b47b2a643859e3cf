package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random expressions give what another JavaScript engine gives. */
class DifferentialTest {
  @Test
  void someRandomExpressionsGiveWhatNodeGives() throws Exception {
    assertThat(differences(20_261_124L, 3_000)).isEmpty();
  }

  @Test
  @Tag("long")
  void manyRandomExpressionsGiveWhatNodeGives() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(differences(seed, 20_000)).as("seed " + seed).isEmpty();
    }
  }

  static List<String> differences(long seed, int count) throws Exception {
    assumeTrue(NodeProcess.isInstalled(), "skipped: the program node is not installed");
    RandomExpressions random = new RandomExpressions(seed);
    List<String> expressions = Stream.generate(random::next).limit(count).toList();
    List<String> theirs = NodeProcess.values(expressions);
    assertThat(theirs).hasSameSizeAs(expressions);
    List<String> different = new ArrayList<>();
    int judged = 0;
    for (int i = 0; i < count; i++) {
      String ours = ours(expressions.get(i));
      if (ours.equals("unsupported")) {
        continue;
      }
      judged++;
      if (!ours.equals(theirs.get(i))) {
        different.add(expressions.get(i) + "\n  ours " + ours + "\n  node " + theirs.get(i));
      }
    }
    assertThat(judged).as("expressions that tier 0 does").isGreaterThan(count * 9 / 10);
    return different;
  }

  private static String ours(String expression) {
    // a space keeps "}}" of the expression's own from ending the block
    String parameter = "={{ " + expression.replace("}}", "} }").replace("}}", "} }") + " }}";
    try {
      TestScope scope = TestScope.of(Json.parseObject(RandomExpressions.RECORD));
      return Shown.of(Expression.compile(parameter).evaluate(scope));
    } catch (ExpressionException e) {
      return switch (e.kind()) {
        case UNSUPPORTED -> "unsupported";
        case RANGE, SYNTAX -> "error";
        default -> e.kind() + ": " + e.getMessage();
      };
    }
  }
}
