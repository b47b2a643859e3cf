package io.concertmaster.model.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The expressions of workflows that people published; they lie outside of the repository. */
class PublishedExpressionsTest {
  @Test
  void allAreUnderstoodAndNearlyAllAreAccepted(TestReporter reporter) throws Exception {
    Path folder = Path.of(System.getProperty("concertmaster.shared", "shared")).resolve("wild");
    assumeTrue(Files.isDirectory(folder), "skipped: there are no workflows at " + folder);
    List<String> expressions = expressions(folder);
    List<String> notUnderstood = new ArrayList<>();
    int accepted = 0;
    for (String expression : expressions) {
      try {
        Expression.compile(expression);
        accepted++;
      } catch (ExpressionException e) {
        if (e.kind() != Kind.UNSUPPORTED) {
          notUnderstood.add(e.getMessage() + " in " + expression);
        }
      }
    }
    reporter.publishEntry("published", accepted + " of " + expressions.size() + " accepted");
    assertThat(notUnderstood).isEmpty();
    assertThat(accepted).isGreaterThan(expressions.size() * 9 / 10);
  }

  private static List<String> expressions(Path folder) throws IOException {
    List<String> expressions = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        collect(Json.parse(Files.readString(file)), expressions);
      }
    }
    return expressions;
  }

  private static void collect(@Nullable Object value, List<String> into) {
    switch (value) {
      case JsonObject object -> object.values().forEach(field -> collect(field, into));
      case JsonArray array -> array.forEach(element -> collect(element, into));
      case String text when Expression.isExpression(text) -> into.add(text);
      case null, default -> {
        // neither an expression nor something that holds one
      }
    }
  }
}
