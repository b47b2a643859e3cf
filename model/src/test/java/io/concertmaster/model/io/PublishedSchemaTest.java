package io.concertmaster.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.concertmaster.model.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same. */
class PublishedSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("concertmaster.root", ".."));
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(ROOT.resolve("docs/workflow.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Error> validate(String text) {
    return SCHEMA.validate(text, InputFormat.JSON);
  }

  @Test
  void whatIsWrittenFitsTheSchema() {
    assertThat(validate(Samples.ORDERS)).isEmpty();
    assertThat(validate(WorkflowFiles.write(Samples.everything()))).isEmpty();
    assertThat(validate(WorkflowFiles.write(Workflow.empty("a", "A")))).isEmpty();
  }

  @Test
  void theSampleInTheDocumentationIsWrittenAsItStands() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/workflow-file.md"));
    int start = page.indexOf("```json\n") + 8;
    String sample = page.substring(start, page.indexOf("```", start));

    assertThat(validate(sample)).isEmpty();
    assertThat(WorkflowFiles.write(WorkflowFiles.parse(sample))).isEqualTo(sample);
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return files.filter(each -> each.toString().endsWith(".workflow.json")).toList().stream();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("examples")
  void examplesFitTheSchemaAndKeepTheirBytes(Path file) throws Exception {
    String text = Files.readString(file);
    assertThat(validate(text)).isEmpty();
    assertThat(WorkflowFiles.write(WorkflowFiles.read(file))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"format\": 1 => \"format\": 2",
        "\"format\": 1 => \"format\": \"1\"",
        "\"id\": \"order-intake\", => ",
        "\"order-intake\" => \"Order Intake\"",
        "\"Order intake\" => null",
        "\"PT1H\" => \"1h\"",
        "\"PT1H\" => \"PT\"",
        "\"PT1H\" => 3600",
        "\"fetch\": { => \"Fetch!\": {",
        "\"type\": \"flow.if\", => ",
        "\"type\": \"flow.if\" => \"type\": \" \"",
        "\"type\": \"flow.if\" => \"type\": 7",
        "\"version\": 1 => \"version\": 0",
        "\"version\": 1 => \"version\": 1.5",
        "\"name\": \"Insert orders\", => ",
        "\"credentials\": { \"sql\": \"acme\" } => \"credentials\": { \"sql\": {} }",
        "\"output\" => \"ignore\"",
        "\"tries\": 3 => \"tries\": 1",
        "\"tries\": 3, => ",
        "\"wait\": \"PT2S\" => \"wait\": 2",
        "\"wait\": \"PT2S\" => \"backoff\": 11",
        "\"onError\": \"output\" => \"executeOnce\": 1",
        "\"onError\": \"output\" => \"note\": null",
        "\"onError\": \"output\" => \"pinned\": [{}]",
        "\"onError\": \"output\" => \"pinned\": [{ \"json\": {}, \"x\": 1 }]",
        "\"onError\": \"output\" => \"pinned\": [{ \"json\": {}, \"paired\": [[1]] }]",
        "fetch -> check => fetch > check",
        "fetch -> check => fetch -> check -> insert",
        "\"fetch -> check\" => 7",
        "check:false -> insert => check:true -> approve",
        "[40, 120] => [40]",
        "[40, 120] => [40, 120, 5]",
        "[40, 120] => [40, 120, 5, -5]",
        "[40, 120] => [40, \"120\"]",
      })
  void bothRefuseWhatIsBroken(String change) {
    String[] sides = change.split(" => ?", -1);
    String broken =
        Samples.ORDERS.replaceFirst(
            java.util.regex.Pattern.quote(sides[0]),
            java.util.regex.Matcher.quoteReplacement(sides[1]));

    assertThat(broken).isNotEqualTo(Samples.ORDERS);
    assertThat(validate(broken)).isNotEmpty();
    assertThatThrownBy(() -> WorkflowFiles.parse(broken))
        .isInstanceOf(WorkflowFileException.class)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"settings\": => \"later\":",
        "\"PT1H\" => \"P1DT2H3M4.5S\"",
        "\"fetch -> check\" => \"fetch->check:main\"",
        "\"tries\": 3 => \"tries\": 3, \"jitter\": 1",
        "[40, 120] => [40, 120, 0, 10.5]",
        "\"onError\": \"output\" => \"colour\": \"red\"",
      })
  void bothAcceptWhatIsUnusual(String change) {
    String[] sides = change.split(" => ", -1);
    String unusual = Samples.ORDERS.replace(sides[0], sides[1]);

    assertThat(unusual).isNotEqualTo(Samples.ORDERS);
    assertThat(validate(unusual)).isEmpty();
    assertThatCode(() -> WorkflowFiles.parse(unusual)).doesNotThrowAnyException();
  }
}
