package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.model.expression.TestScope;
import io.concertmaster.model.expression.Undefined;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A list that a script returns comes piece by piece, whatever stands in it. */
class ReturnedListTest {
  private static ScriptHost host;

  @BeforeAll
  static void start() {
    host = new ScriptHost(HostSettings.DEFAULT.withProcesses(1));
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Scripts.Work begin(String code) {
    return host.scripts(TestScope.of(JsonObject.of("a", 1)), line -> {}, FewFiles.NONE)
        .begin(Scripts.Script.of(code, Dialect.CODE));
  }

  private static List<@Nullable Object> list(String code) throws Exception {
    List<@Nullable Object> values = new ArrayList<>();
    try (Scripts.Work work = begin(code)) {
      work.all((piece, items) -> values.addAll(piece));
    }
    return values;
  }

  @Test
  void objectsComeInOrder() throws Exception {
    List<@Nullable Object> values =
        list("return Array.from({length: 1234}, (_, i) => ({json: {i, half: i / 2}}))");

    assertThat(values).hasSize(1234);
    assertThat(values.getFirst())
        .isEqualTo(JsonObject.of("json", JsonObject.of("i", 0, "half", 0)));
    assertThat(values.getLast())
        .isEqualTo(JsonObject.of("json", JsonObject.of("i", 1233, "half", 616.5)));
  }

  @Test
  void fieldsMayBeNull() throws Exception {
    assertThat(list("return [{a: null}, {b: [null]}]"))
        .containsExactly(
            JsonObject.of("a", null), JsonObject.of("b", JsonArray.ofValues(new Object[] {null})));
  }

  @Test
  void whatIsNoObjectIsToldAsWhatItIs() throws Exception {
    assertThat(list("return [{a: 1}, undefined, null, () => 1, 2, 'null']"))
        .containsExactly(JsonObject.of("a", 1), Undefined.VALUE, null, Undefined.VALUE, 2L, "null");
  }

  @Test
  void aListThatAScriptWritesInItsOwnWayIsRefused() {
    assertThatThrownBy(() -> list("Array.prototype.toJSON = () => '1'; return [{a: 1}]"))
        .isInstanceOf(NodeException.class)
        .hasMessageContaining("the script's list cannot be read");
    assertThatThrownBy(
            () -> list("let deep = {}; for (let i = 0; i < 520; i++) deep = {deep}; return [deep]"))
        .isInstanceOf(NodeException.class)
        .hasMessageContaining("nested deeper than 500 levels");
  }

  @Test
  void aListOfAClassOfTheScriptIsAList() throws Exception {
    assertThat(
            list(
                "class Rows extends Array { constructor(given) { super(); given.forEach(x => this.push(x)) } }\n"
                    + "return new Rows([{a: 1}, {a: 2}])"))
        .containsExactly(JsonObject.of("a", 1), JsonObject.of("a", 2));
  }

  @Test
  void aLargeScriptsMemoryGoesBackToTheMachine() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs Linux");
    list("return [{a: 1}]");
    ProcessHandle process =
        ProcessHandle.current()
            .children()
            .filter(each -> each.info().commandLine().orElse("").contains("HostMain"))
            .findFirst()
            .orElseThrow();
    long large;
    try (Scripts.Work work =
        begin(
            "globalThis.kept = Array.from({length: 40}, (_, i) => new Uint8Array(8e6).fill(i))")) {
      work.all();
      large = resident(process);
    }
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (resident(process) > large - 150 && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }

    assertThat(resident(process)).isLessThanOrEqualTo(large - 150);
    assertThat(list("return [{a: 1}]")).containsExactly(JsonObject.of("a", 1));
  }

  /** Megabytes. */
  private static long resident(ProcessHandle process) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new AssertionError("no memory is told for " + process);
  }
}
