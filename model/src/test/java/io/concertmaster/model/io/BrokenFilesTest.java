package io.concertmaster.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong file gets one line that says what, where and what to do. */
class BrokenFilesTest {
  private static final String FRAME =
      """
      {"format":1,"id":"a","name":"A","nodes":{"n":{"type":"a.b","version":1,"name":"N"%s}}%s}\
      """;

  private static String complaint(String text) {
    try {
      WorkflowFiles.parse(text);
    } catch (WorkflowFileException e) {
      return e.getMessage();
    }
    return "read without complaint";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | 1.5 | format: must be a whole number from 1, not 1.5",
        "1 | 0 | format: must be a whole number from 1, not 0",
        "\"a\",\"name\" | \"Order Intake\",\"name\" | id: the id “Order Intake” is not right: use small"
            + " letters",
        "\"A\" | null | name: must be a text in quotes, not null",
        "\"n\": | \"n n\": | nodes[“n n”]: the id “n n” is not right: use small letters",
        "\"type\":\"a.b\", | `` | nodes.n: has no “type”: add it, such as \"type\": \"flow.if\"",
        "\"version\":1 | \"version\":\"one\" | nodes.n.version: must be a whole number from 1, not “one”",
        "\"version\":1, | `` | nodes.n: has no “version”: add it, such as \"version\": 1",
        "\"version\":1 | \"version\":99999999999 | nodes.n.version: must be a whole number from 1",
        "\"name\":\"N\" | \"name\":[] | nodes.n.name: must be a text in quotes, not a list",
      })
  void theBasicsAreChecked(String right, String wrong, String message) {
    String text = FRAME.formatted("", "").replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThat(complaint(text)).startsWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"parameters\":[] | .parameters: must be an object in braces, not a list",
        "\"credentials\":{\"a\":1} | .credentials.a: must be the name of a credential, not 1",
        "\"onError\":\"ignore\" | .onError: must be \"stop\", \"continue\" or \"output\", not “ignore”",
        "\"retry\":3 | .retry: must be an object in braces, not 3",
        "\"retry\":{} | .retry: has no “tries”: add it, such as \"tries\": 3",
        "\"retry\":{\"tries\":1} | .retry.tries: must be a whole number from 2 to 100, not 1",
        "\"retry\":{\"tries\":2,\"wait\":\"2s\"} | .retry.wait: must be a duration such as",
        "\"retry\":{\"tries\":2,\"wait\":\"P2D\"} | .retry: the wait must be between nothing and a day",
        "\"retry\":{\"tries\":2,\"backoff\":99} | .retry: the backoff must be 1 to 10, not 99",
        "\"timeout\":\"PT0S\" | .timeout: must be longer than nothing",
        "\"timeout\":5 | .timeout: must be a duration such as",
        "\"executeOnce\":1 | .executeOnce: must be true or false, not 1",
        "\"note\":null | .note: must be a text in quotes, not null",
        "\"pinned\":{} | .pinned: must be a list in square brackets, not an object",
        "\"pinned\":[{}] | .pinned[0]: has no “json”",
        "\"pinned\":[{\"json\":{},\"x\":1}] | .pinned[0].x: is no key that belongs here",
        "\"pinned\":[{\"json\":{},\"paired\":[[0]]}] | .pinned[0].paired[0]: must be the positions",
        "\"parameters\":{\"a b\":{\"c\":[0,1e999]}} | .parameters[“a b”].c[1]: is a number too large",
      })
  void nodesAreChecked(String part, String message) {
    assertThat(complaint(FRAME.formatted("," + part, ""))).startsWith("nodes.n" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"connections\":{} | connections: must be a list in square brackets, not an object",
        "\"connections\":[\"n > n\"] | connections[0]: must be a connection such as \"fetch -> check\"",
        "\"connections\":[\"n -> n\",7] | connections[1]: must be a connection",
        "\"connections\":[\"n->n\",\"n:main -> n\"] | connections[1]: the connection n -> n comes twice",
        "\"layout\":{\"n\":[1]} | layout.n: must be a place such as [40, 120]",
        "\"layout\":{\"n\":[1,2,-3,4]} | layout.n: must be a place such as [40, 120]",
        "\"layout\":{\"n\":[1,\"2\"]} | layout.n: must be a place",
        "\"settings\":{\"timezone\":\"Moon\"} | settings.timezone: must be a time zone such as",
        "\"settings\":{\"timeout\":\"soon\"} | settings.timeout: must be a duration",
      })
  void theRestOfTheFileIsChecked(String part, String message) {
    assertThat(complaint(FRAME.formatted("", "," + part))).startsWith(message);
  }

  @Test
  void aNewerFormatIsRefusedBeforeAnythingElseIsLookedAt() {
    assertThat(complaint("{\"format\": 7, \"nodes\": 12}"))
        .isEqualTo(
            "format: the file was made by a newer version of ConcertMaster (format 7; this version"
                + " reads up to 1): update ConcertMaster to open it");
  }

  @Test
  void otherJsonIsToldToBeNoWorkflow() {
    assertThat(complaint("[1]")).startsWith("the file has no “format”, so it is no workflow");
    assertThat(complaint("{\"nodes\":[]}")).startsWith("the file has no “format”");
    assertThat(complaint("   ")).startsWith("the file is empty");
  }

  @Test
  void syntaxErrorsSayLineAndColumn() {
    assertThat(complaint("{\n  \"format\": 1,\n  oops\n}")).contains("not JSON").contains("line 3");
    assertThat(complaint("{\"format\": 1")).startsWith("the text ends too early");
    assertThat(complaint("{\"format\": 1} {}")).contains("goes on after the end");
    assertThat(complaint("{\"format\": 1, \"format\": 1}"))
        .contains("Duplicate")
        .contains("format");
  }

  @Test
  void limitsAreNamed() {
    assertThat(complaint("{\"format\":1,\"x\":" + "[".repeat(200) + "]".repeat(200) + "}"))
        .contains("nesting depth")
        .contains("64")
        .doesNotContain("`")
        .hasLineCount(1);
    String nodes =
        IntStream.rangeClosed(0, 20_000)
            .mapToObj(i -> "\"n" + i + "\":{\"type\":\"a.b\",\"version\":1,\"name\":\"N\"}")
            .collect(Collectors.joining(","));
    assertThat(complaint("{\"format\":1,\"id\":\"a\",\"name\":\"A\",\"nodes\":{" + nodes + "}}"))
        .startsWith("nodes: holds 20001 nodes; up to 20000 are read");
    String text = "\"" + "x".repeat(1_000_001) + "\"";
    assertThat(complaint(FRAME.formatted(",\"parameters\":{\"p\":" + text + "}", "")))
        .startsWith(
            "nodes.n.parameters.p: is a text of 1000001 characters; up to 1000000 are read");
    assertThat(complaint(FRAME.formatted(",\"pinned\":[{\"json\":{\"p\":" + text + "}}]", "")))
        .isEqualTo("read without complaint");
  }

  @Test
  void filesThatCannotBeReadAreNamed(@TempDir Path folder) throws Exception {
    Path large = folder.resolve("large.workflow.json");
    Files.write(large, " ".repeat(20 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    Path latin = folder.resolve("latin.workflow.json");
    Files.write(latin, new byte[] {'{', '"', (byte) 0xE9, '"', '}'});

    assertThatThrownBy(() -> WorkflowFiles.read(large))
        .isInstanceOf(WorkflowFileException.class)
        .hasMessageStartingWith(large + ": the file is larger than 16 MB");
    assertThatThrownBy(() -> WorkflowFiles.read(latin))
        .hasMessage(latin + ": the file is not UTF-8 text: save it as UTF-8");
    assertThatThrownBy(() -> WorkflowFiles.read(folder.resolve("none")))
        .hasMessageContaining("none: cannot be read: there is no such file or folder");
    assertThatThrownBy(() -> WorkflowFiles.read(folder))
        .hasMessageStartingWith(folder + ": cannot be read: ")
        .message()
        .hasLineCount(1);
  }
}
