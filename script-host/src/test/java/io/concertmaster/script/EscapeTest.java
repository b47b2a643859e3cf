package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.TestScope;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tries to get out of the process of the scripts, or not to end, reaches nothing and ends; and
 * the next script finds a world in order.
 */
class EscapeTest {
  /** Categories of which each entry takes its whole time. */
  private static final Set<String> SLOW =
      Set.of(
          "endless loops",
          "memory bombs",
          "giant strings",
          "deep recursion",
          "catastrophic regular expressions");

  private static final String SECRET = "canary-b1946ac92492d234";
  private static final Duration LIMIT = Duration.ofMillis(700);

  @TempDir private Path folder;

  private record Attempt(String category, boolean code, String text) {}

  @Test
  void thereAreAtLeastThreeHundredAttempts() throws Exception {
    assertThat(attempts()).hasSizeGreaterThanOrEqualTo(300);
  }

  @Test
  void nothingIsReachedBySmallAttempts() throws Exception {
    run(attempts().stream().filter(each -> !SLOW.contains(each.category())).toList());
  }

  @Test
  void aSampleOfTheHeavyAttemptsEnds() throws Exception {
    List<Attempt> heavy =
        attempts().stream().filter(each -> SLOW.contains(each.category())).toList();
    List<Attempt> sample = new ArrayList<>();
    for (int i = 0; i < heavy.size(); i += 6) {
      sample.add(heavy.get(i));
    }
    run(sample);
  }

  @Test
  @Tag("long")
  void allHeavyAttemptsEnd() throws Exception {
    run(attempts().stream().filter(each -> SLOW.contains(each.category())).toList());
  }

  private void run(List<Attempt> attempts) throws Exception {
    Path canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ScriptHost host =
            new ScriptHost(HostSettings.DEFAULT.withProcesses(1).withLimits(LIMIT, LIMIT))) {
      for (Attempt attempt : attempts) {
        String text =
            attempt
                .text()
                .replace("CANARYPORT", String.valueOf(socket.getLocalPort()))
                .replace("CANARY_VARIABLE", "PATH")
                .replace("CANARY", canary.toString().replace("\\", "\\\\"));
        long start = System.nanoTime();
        String outcome = attempt.code() ? script(host, text) : expression(host, text);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(outcome)
            .as(attempt.text())
            .doesNotContain(SECRET)
            .doesNotContain("java.lang.Class")
            .doesNotContain("uid=");
        assertThat(took).as(attempt.text()).isLessThan(Duration.ofSeconds(60));
        healthy(host, attempt);
      }
      socket.setSoTimeout(1);
      assertThat(called(socket)).as("somebody called the port").isFalse();
      assertThat(canary).hasContent(SECRET);
    }
  }

  private static boolean called(ServerSocket socket) throws IOException {
    try {
      socket.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** The next run's expressions and scripts are as if nothing had been. */
  private static void healthy(ScriptHost host, Attempt attempt) throws Exception {
    String check =
        "[1, 2].map(x => x + ({}).polluted).join() + typeof leak + JSON.stringify({a: $json.a})";
    String right = "NaN,NaNundefined{\"a\":1}";
    String outcome = expression(host, check);
    for (int tries = 0; tries < 20 && outcome.contains("took longer than"); tries++) {
      outcome = expression(host, check); // a process that has just started on a busy machine
    }
    assertThat(outcome).as("after " + attempt.text()).isEqualTo(right);
    if (attempt.code()) {
      String after = script(host, "return { r: " + check + " }");
      for (int tries = 0; tries < 20 && after.contains("took longer than"); tries++) {
        after = script(host, "return { r: " + check + " }");
      }
      assertThat(after).as("after " + attempt.text()).contains("NaN,NaNundefined");
    }
  }

  private static TestScope scope() {
    return TestScope.of(JsonObject.of("a", 1)).node("X", JsonObject.of("b", 2));
  }

  private static String expression(ScriptHost host, String text) {
    try {
      ScriptSource source =
          ScriptSource.of("={{ " + text.replace("}}", "} }").replace("}}", "} }") + " }}");
      return String.valueOf(host.prepare(source).evaluate(scope()));
    } catch (ExpressionException e) {
      return e.kind() + " " + e.getMessage();
    }
  }

  private static String script(ScriptHost host, String text) throws InterruptedException {
    Scripts scripts = host.scripts(scope(), line -> {}, FewFiles.NONE);
    try (Scripts.Work work = scripts.begin(Scripts.Script.of(text, Dialect.CODE))) {
      return String.valueOf(work.all().value());
    } catch (NodeException e) {
      return e.getMessage();
    }
  }

  private static List<Attempt> attempts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(EscapeTest.class.getResourceAsStream("escapes.txt"))) {
      List<Attempt> attempts = new ArrayList<>();
      String category = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("# ")) {
          category = line.substring(2);
        } else if (!line.isBlank()) {
          attempts.add(new Attempt(category, line.startsWith("C "), line.substring(2)));
        }
      }
      return attempts;
    }
  }
}
