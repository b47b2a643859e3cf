package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.expression.Evaluable;
import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.TestScope;
import io.concertmaster.model.expression.script.ScriptSource;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process that dies takes its own script along and nothing else. */
class ScriptHostTest {
  private static final String MEMORY_BOMB =
      "const all = []; for (;;) all.push(new Array(100000).fill(1))";

  private static ScriptHost host;

  @BeforeAll
  static void start() {
    host =
        new ScriptHost(
            HostSettings.DEFAULT
                .withHeap(96)
                .withProcesses(2)
                .withLimits(Duration.ofSeconds(20), Duration.ofSeconds(30)));
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Object value(String expression) throws ExpressionException {
    return host.prepare(ScriptSource.of("={{ " + expression + " }}"))
        .evaluate(TestScope.of(JsonObject.of("a", 1)));
  }

  private static Scripts.Returned script(ScriptHost on, String code) throws Exception {
    Scripts scripts = on.scripts(TestScope.of(JsonObject.of("a", 1)), line -> {}, FewFiles.NONE);
    try (Scripts.Work work = scripts.begin(Scripts.Script.of(code, Dialect.CODE))) {
      return work.all();
    }
  }

  @Test
  void memoryThatIsUsedUpIsOneClearErrorAndTheNextScriptRuns() throws Exception {
    assertThatThrownBy(() -> script(host, MEMORY_BOMB))
        .isInstanceOf(NodeException.class)
        .hasMessageContaining("used up its memory (96 MB)");

    assertThat(script(host, "return { a: $json.a + 1 }").value()).isEqualTo(JsonObject.of("a", 2));
  }

  @Test
  void aProcessThatIsKilledIsOneClearErrorAndTheNextScriptRuns() throws Exception {
    value("1 + 1");
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() -> {
          try {
            script(host, "for (;;) {}");
            return new AssertionError("it ended");
          } catch (Exception e) {
            return e;
          }
        });
    TimeUnit.MILLISECONDS.sleep(500);
    ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);

    assertThat(failure.get(20, TimeUnit.SECONDS))
        .isInstanceOf(NodeException.class)
        .hasMessageContaining("ended unexpectedly");
    assertThat(value("$json.a + 1")).isEqualTo(2L);
  }

  @Test
  void aScriptWithoutEndIsEndedWhenItsTimeIsOver() throws Exception {
    Duration limit = Duration.ofSeconds(1);
    try (ScriptHost hurried =
        new ScriptHost(HostSettings.DEFAULT.withLimits(Duration.ofSeconds(20), limit))) {
      assertThatThrownBy(() -> script(hurried, "while (true) {}"))
          .isInstanceOf(NodeException.class)
          .hasMessageContaining("took longer than 1 s");
    }
  }

  @Test
  void anInterruptedScriptEndsSoon() throws Exception {
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                script(host, "for (;;) {}");
                end.complete(new AssertionError("it ended"));
              } catch (Exception e) {
                end.complete(e);
              }
            });
    TimeUnit.MILLISECONDS.sleep(500);
    thread.interrupt();

    assertThat(end.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThat(value("$json.a + 1")).isEqualTo(2L);
  }

  @Test
  void twoScriptsDoNotSeeEachOther() throws Exception {
    script(host, "globalThis.left = 1; Array.prototype.left = 1; return { a: 1 }");

    assertThat(script(host, "return { a: typeof left + [].left }").value())
        .isEqualTo(JsonObject.of("a", "undefinedundefined"));
    assertThat(value("typeof left + [].left")).isEqualTo("undefinedundefined");
  }

  @Test
  void oneRunCannotChangeWhatExpressionsSee() throws Exception {
    assertThat(value("(() => { try { [].map.left = 1; Math.left = 1 } catch (e) {} return 1 })()"))
        .isEqualTo(1L);

    assertThat(value("typeof Math.left + typeof [].map.left")).isEqualTo("undefinedundefined");
  }

  @Test
  void aBatchHasTheSameValuesAsItsItemsOneByOne() throws Exception {
    List<Item> items =
        IntStream.range(0, 5)
            .mapToObj(i -> Item.of(JsonObject.of("id", i, "x", "unseen")))
            .toList();
    JsonObject[] sent = new JsonObject[5];
    IntStream.range(0, 5).forEach(i -> sent[i] = JsonObject.of("y", i * 10, "z", i));
    TestScope scope = TestScope.withItems(items.toArray(Item[]::new)).node("Node", sent);
    for (String code :
        List.of(
            "$json.id + $('Node').item.json.y",
            "$json.id + Object.keys($json).length",
            "JSON.stringify($input.item.json) + $json.id",
            "$('Node').item.json.z + Object.keys($(\"Node\").item.json).length")) {
      ScriptSource source = ScriptSource.of("={{ " + code + " }}");
      Evaluable expression = host.prepare(source);
      List<Evaluable.Outcome> together = expression.evaluate(scope.at(0), items);
      for (int i = 0; i < 5; i++) {
        assertThat(together.get(i))
            .as(code)
            .isEqualTo(new Evaluable.Value(expression.evaluate(scope.at(i))));
      }
    }
  }
}
