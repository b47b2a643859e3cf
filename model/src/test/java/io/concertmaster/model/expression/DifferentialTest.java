package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.data.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
      return shown(Expression.compile(parameter).evaluate(scope));
    } catch (ExpressionException e) {
      return switch (e.kind()) {
        case UNSUPPORTED -> "unsupported";
        case RANGE, SYNTAX -> "error";
        default -> e.kind() + ": " + e.getMessage();
      };
    }
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Undefined u -> "undefined";
      case Double d when d == 0 && 1 / d < 0 -> "-0";
      case Number n -> NumberText.of(n.doubleValue());
      case JsonArray array ->
          array.stream().map(DifferentialTest::shown).collect(Collectors.joining(",", "[", "]"));
      case JsonObject object ->
          object.entrySet().stream()
              .map(field -> quoted(field.getKey()) + ":" + shown(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case String text -> quoted(text);
      default -> value.toString();
    };
  }

  /** As JSON.stringify writes it: half a character is escaped. */
  private static String quoted(String text) {
    try {
      JsonObject record = JsonObject.of("t", text);
      Object json =
          Expression.compile("={{ JSON.stringify($json.t) }}").evaluate(TestScope.of(record));
      return String.valueOf(json);
    } catch (ExpressionException e) {
      throw new IllegalStateException(e);
    }
  }
}
