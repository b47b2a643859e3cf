package io.concertmaster.deploy;

import static io.concertmaster.model.build.WorkflowBuilder.workflow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    Files.writeString(folder.resolve("ask.form.json"), JsonObject.of("id", "ask").toString());
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
    assertThat(bundle.remarks())
        .hasSize(3)
        .anyMatch(line -> line.contains("gone.json"))
        .anyMatch(line -> line.contains("“elsewhere”"))
        .anyMatch(line -> line.contains("“Open”"));
  }

  @Test
  void aFileThatIsNoWorkflowIsSaidByName() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), "{");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("x.json");
  }
}
