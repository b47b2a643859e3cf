package io.concertmaster.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormLayout;
import io.concertmaster.model.form.edit.FormHistory;
import io.concertmaster.model.form.edit.SetTheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of forms and the reader say the same. */
class PublishedFormSchemaTest {
  private static final Path ROOT = Path.of(System.getProperty("concertmaster.root", ".."));
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(ROOT.resolve("docs/form.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Error> validate(String text) {
    return SCHEMA.validate(text, InputFormat.JSON);
  }

  private static String page() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/form-file.md"));
    int start = page.indexOf("```json\n") + 8;
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void theSampleInTheDocumentationIsWrittenAsItStands() throws Exception {
    String sample = page();

    assertThat(validate(sample)).isEmpty();
    assertThat(FormFiles.write(FormFiles.parse(sample))).isEqualTo(sample);
    assertThat(FormLayout.of(FormFiles.parse(sample)).problems()).isEmpty();
  }

  @Test
  void whatIsWrittenFitsTheSchema() throws Exception {
    assertThat(validate(FormFiles.write(Form.empty("a", "A", "en")))).isEmpty();
    FormHistory history = new FormHistory(FormFiles.parse(page()));
    history.apply(new SetTheme("accent", "#123456"));
    assertThat(validate(FormFiles.write(history.current()))).isEmpty();
  }

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return files.filter(each -> each.toString().endsWith(".form.json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void examplesFitTheSchemaAndAreReadWithoutProblems(Path file) throws Exception {
    assertThat(validate(Files.readString(file))).isEmpty();
    Form form = FormFiles.read(file);
    assertThat(FormLayout.of(form).problems()).isEmpty();
    assertThat(FormFiles.write(FormFiles.parse(FormFiles.write(form))))
        .isEqualTo(FormFiles.write(form));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"format\": 1 => \"format\": 2",
        "\"format\": 1 => \"format\": \"1\"",
        "\"id\": \"contact\", => ",
        "\"id\": \"contact\" => \"id\": \"Contact us\"",
        "\"name\": \"Contact\" => \"name\": null",
        "\"name\": \"Contact\", => ",
        "\"schema\": { => \"shema\": {",
        "\"schema\": { => \"schema\": 7, \"old\": {",
        "\"ui\": { => \"ui\": [], \"old\": {",
        "\"texts\": { => \"texts\": \"\", \"old\": {",
        "\"en\": { => \"en\": 1, \"old\": {",
        "\"texts\": { => \"theme\": \"dark\", \"texts\": {",
      })
  void bothRefuseWhatIsBroken(String change) throws Exception {
    String broken = changed(change);

    assertThat(validate(broken)).isNotEmpty();
    assertThatThrownBy(() -> FormFiles.parse(broken))
        .isInstanceOf(WorkflowFileException.class)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ui\": { => \"layout\": {",
        "\"type\": \"VerticalLayout\" => \"type\": \"Accordion\"",
        "\"texts\": { => \"theme\": { \"accent\": \"red\", \"font\": \"x\" }, \"texts\": {",
        "\"en\": { => \"pt-BR\": {}, \"en\": {",
        "\"type\": \"string\", \"maxLength\": 80 => \"const\": null",
      })
  void bothAcceptWhatIsUnusual(String change) throws Exception {
    String unusual = changed(change);

    assertThat(validate(unusual)).isEmpty();
    assertThatCode(() -> FormFiles.parse(unusual)).doesNotThrowAnyException();
  }

  private static String changed(String change) throws IOException {
    String[] sides = change.split(" => ?", -1);
    String text =
        page()
            .replaceFirst(
                java.util.regex.Pattern.quote(sides[0]),
                java.util.regex.Matcher.quoteReplacement(sides[1]));
    assertThat(text).isNotEqualTo(page());
    return text;
  }
}
