package io.concertmaster.deploy;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleReaderTest {
  @TempDir Path folder;

  private Path save(String path, Workflow workflow) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    WorkflowFiles.save(workflow, file);
    return file;
  }

  private static WorkflowBuilder calling(String id, String source, Object value) {
    return workflow(id)
        .id(id)
        .node("call", "flow.subworkflow", "Call " + value)
        .parameter("call", "source", source)
        .parameter("call", source, value);
  }

  private static Bundle read(Path... files) throws DeployException {
    return BundleReader.read(List.of(files), WorkflowFiles::read);
  }

  private static List<String> paths(Bundle bundle) {
    return bundle.parts().stream().map(Part::path).toList();
  }

  @Test
  void aFileThatNeedsNothingGoesAlone() throws Exception {
    Bundle bundle = read(save("a.workflow.json", workflow("A").id("a").build()));
    assertThat(paths(bundle)).containsExactly("a.workflow.json");
    assertThat(bundle.remarks()).isEmpty();
    assertThat(bundle.parts().getFirst().content().get("id")).isEqualTo("a");
  }

  @Test
  void whatIsCalledGoesWithItAndWhatThatCallsToo() throws Exception {
    Path first = save("flows/a.workflow.json", calling("a", "file", "../lib/b.json").build());
    save("lib/b.json", calling("b", "id", "c").build());
    save("lib/deep.json", workflow("C").id("c").build());
    save("lib/unneeded.json", workflow("D").id("d").build());
    Bundle bundle = read(first);
    assertThat(paths(bundle))
        .containsExactly("flows/a.workflow.json", "lib/b.json", "lib/deep.json");
    assertThat(bundle.remarks()).isEmpty();
  }

  @Test
  void workflowsThatCallEachOtherGoOnce() throws Exception {
    Path first = save("a.json", calling("a", "file", "b.json").build());
    save("b.json", calling("b", "file", "a.json").build());
    assertThat(paths(read(first))).containsExactly("a.json", "b.json");
  }

  @Test
  void theWorkflowForErrorsAndFormsGoWithIt() throws Exception {
    WorkflowBuilder asks =
        workflow("A")
            .id("a")
            .node("form", "trigger.form", "Form")
            .parameter("form", "form", "ask.form.json");
    Workflow plain = asks.build();
    Path first =
        save(
            "a.json",
            new Workflow(
                plain.id(),
                plain.name(),
                plain.settings().withErrorWorkflow(Optional.of("failed.json")),
                plain.nodes(),
                plain.connections(),
                plain.layout(),
                plain.unknown()));
    save("failed.json", workflow("Failed").id("failed").build());
    FormFiles.save(Form.empty("ask", "Ask", "en"), folder.resolve("ask.form.json"));
    Bundle bundle = read(first);
    assertThat(paths(bundle)).containsExactlyInAnyOrder("a.json", "failed.json", "ask.form.json");
    assertThat(bundle.parts().stream().filter(part -> part.kind() == Part.Kind.FORM))
        .extracting(Part::id)
        .containsExactly("ask");
  }

  @Test
  void whatIsMissingOrDecidedInTheRunIsSaid() throws Exception {
    Path first =
        save(
            "a.json",
            calling("a", "file", "gone.json")
                .node("byId", "flow.subworkflow", "By id")
                .parameter("byId", "source", "id")
                .parameter("byId", "id", "elsewhere")
                .node("open", "flow.subworkflow", "Open")
                .parameter("open", "source", "id")
                .parameter("open", "id", "={{ $json.which }}")
                .build());
    Bundle bundle = read(first);
    assertThat(paths(bundle)).containsExactly("a.json");
    assertThat(problems(bundle))
        .containsExactly(
            "error call, file: the workflow “gone.json” that is called is not there: put it there, or"
                + " name another",
            "warning open, id: only the run decides which workflow is called, so nothing goes with it:"
                + " see that those are there which it may be");
    assertThat(bundle.parts().getFirst().elsewhere())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.workflow()).isEqualTo("elsewhere");
          assertThat(each.missing().isError()).isTrue();
          assertThat(each.missing().message()).contains("“elsewhere”", "not live there");
        });
  }

  /** What is wrong with what the first needs. */
  private static List<String> problems(Bundle bundle) {
    return bundle.parts().getFirst().problems().stream()
        .map(each ->
            (each.isError() ? "error " : "warning ")
                + each.nodeId().orElse("")
                + ", "
                + each.property()
                + ": "
                + each.message())
        .toList();
  }

  private static WorkflowBuilder asking(String type, String kind, String form) {
    return workflow("A")
        .id("a")
        .node("ask", type, "Ask")
        .parameter("ask", "kind", kind)
        .parameter("ask", "form", form);
  }

  @ParameterizedTest
  @CsvSource({
    "trigger.form, '', true",
    "flow.form, page, true",
    "flow.form, end, false",
    "flow.task, form, true",
    "flow.task, approval, false"
  })
  void aFormThatIsMissingIsAnErrorWhereItIsAsked(String type, String kind, boolean asked)
      throws Exception {
    Bundle bundle = read(save("a.json", asking(type, kind, "gone.form.json").build()));
    assertThat(problems(bundle)).hasSize(asked ? 1 : 0);
    assertThat(problems(bundle))
        .allMatch(
            each -> each.startsWith("error ask, form: the form “gone.form.json” is not there"));
  }

  @Test
  void aFormOfAnyNameGoesAndOneOutsideOfTheFolderOfATriggerIsAnError() throws Exception {
    FormFiles.save(Form.empty("ask", "Ask", "en"), folder.resolve("ask.json"));
    Bundle beside = read(save("b.json", asking("trigger.form", "", "ask.json").build()));
    assertThat(beside.parts().getLast().kind()).isEqualTo(Part.Kind.FORM);
    assertThat(problems(beside)).isEmpty();
    Bundle below = read(save("flows/a.json", asking("trigger.form", "", "../ask.json").build()));
    assertThat(problems(below))
        .singleElement()
        .asString()
        .startsWith("error ask, form: the form “../ask.json” lies outside");
    assertThat(
            problems(
                read(save("flows/t.json", asking("flow.task", "form", "../ask.json").build()))))
        .isEmpty();
  }

  @Test
  void theErrorWorkflowThatIsMissingIsAnError() throws Exception {
    Workflow plain = workflow("A").id("a").build();
    Workflow failing =
        new Workflow(
            plain.id(),
            plain.name(),
            plain.settings().withErrorWorkflow(Optional.of("gone.workflow.json")),
            plain.nodes(),
            plain.connections(),
            plain.layout(),
            plain.unknown());
    assertThat(problems(read(save("a.json", failing))))
        .singleElement()
        .asString()
        .startsWith("error , settings.errorWorkflow: the error workflow “gone.workflow.json”");
  }

  @Test
  void workflowsThatCallEachOtherAreAWarning() throws Exception {
    Path first = save("a.json", calling("a", "file", "b.json").build());
    save("b.json", calling("b", "file", "a.json").build());
    Path outside = save("c.json", calling("c", "file", "a.json").build());
    Path itself = save("d.json", calling("d", "id", "d").build());
    assertThat(problems(read(first)))
        .singleElement()
        .asString()
        .startsWith("warning call, file: “b” calls this workflow again");
    assertThat(problems(read(outside))).isEmpty();
    assertThat(problems(read(itself)))
        .containsExactly("warning call, id: the workflow calls itself: see that this ends");
  }

  @Test
  void whatIsNoFormIsSaidByName() throws Exception {
    Path file =
        Files.writeString(folder.resolve("x.form.json"), JsonObject.of("id", "x").toString());
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DeployException.class)
        .hasMessageContainingAll("x.form.json", "no form of ConcertMaster");
  }

  @Test
  void aFileThatIsNoWorkflowIsSaidByName() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), "{");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("x.json");
  }
}
