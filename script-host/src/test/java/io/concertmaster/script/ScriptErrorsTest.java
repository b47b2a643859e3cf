package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.expression.TestScope;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person reads when a script of a Code node fails, as n8n writes it. */
class ScriptErrorsTest {
  private static ScriptHost host;

  @BeforeAll
  static void start() {
    host = new ScriptHost(HostSettings.DEFAULT.withProcesses(1));
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Scripts.Work work(String code) {
    return host.scripts(TestScope.of(JsonObject.of("a", 1)), line -> {}, FewFiles.NONE)
        .begin(Scripts.Script.of(code, Dialect.CODE));
  }

  private static String failure(String code) throws Exception {
    try (Scripts.Work work = work(code)) {
      return "it ended with " + work.all();
    } catch (NodeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void anErrorNamesItsLine() throws Exception {
    assertThat(failure("const a = 1;\n\nthrow new Error('too few')")).isEqualTo("too few [line 3]");
    assertThat(failure("const f = () => {\n  throw new RangeError('far') };\n[1].map(f)"))
        .isEqualTo("far [line 2]");
    assertThat(failure("let a;\nawait null;\nreturn a.b"))
        .isEqualTo("Cannot read properties of undefined (reading 'b') [line 3]");
    assertThat(failure("nothing()")).isEqualTo("nothing is not defined [line 1]");
  }

  @Test
  void anErrorOfTheRunsDataNamesItsLineToo() throws Exception {
    assertThat(failure("\n$('Nobody').all()")).isEqualTo("there is no node 'Nobody' [line 2]");
  }

  @Test
  void anErrorWithOneItemNamesTheItem() throws Exception {
    try (Scripts.Work work =
        work("if ($json.a > 1)\n  throw new Error('too many');\nreturn $json")) {
      List<Scripts.Result> results =
          work.each(List.of(Item.of(JsonObject.of("a", 1)), Item.of(JsonObject.of("a", 2))), 4);

      assertThat(results.getFirst()).isInstanceOf(Scripts.Returned.class);
      assertThat(((Scripts.Failed) results.getLast()).reason())
          .hasMessage("too many [line 2, for item 5]");
    }
  }

  @Test
  void whatIsNoJavaScriptNamesItsOwnLineAndColumn() throws Exception {
    assertThat(failure("foo bar"))
        .isEqualTo("the script is no JavaScript: Expected ; but found bar at column 5 [line 1]");
    assertThat(failure("let a = 1;\n  let a = = 2;"))
        .startsWith("the script is no JavaScript: ")
        .endsWith(" at column 11 [line 2]");
  }

  @Test
  void aBraceTooManyOrTooFewNamesTheEnd() throws Exception {
    assertThat(failure("if (1) {\n  return 1"))
        .isEqualTo(
            "the script is no JavaScript: at its end a bracket, brace or text is still open, or was"
                + " closed once too often [line 2]");
    assertThat(failure("return 1 }")).contains("closed once too often [line 1]");
  }

  @Test
  void whatTheHostRefusesIsAnErrorOfTheScriptsOwn() throws Exception {
    assertThat(
            failure(
                "try { $('Nobody').all() } catch (e) { return [e instanceof Error, e.name, e.message].join() }"))
        .contains("true,Error,there is no node 'Nobody'");
  }
}
