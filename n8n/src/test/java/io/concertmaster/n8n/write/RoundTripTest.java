package io.concertmaster.n8n.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.WildFiles;
import io.concertmaster.n8n.read.Import;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.n8n.report.Finding;
import io.concertmaster.node.data.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Workflows that people published come back from here as they were. */
class RoundTripTest {
  private static final List<String> PARTS =
      List.of("name", "nodes", "connections", "settings", "pinData");

  @Test
  void whatIsOpenedAndWrittenAgainIsWhatItWas() throws Exception {
    List<String> different = new ArrayList<>();
    for (Path file : WildFiles.all()) {
      different.addAll(differences(file, WorkflowDocuments.read(file).workflow()));
    }
    assertThat(different).isEmpty();
  }

  @Test
  void itIsEvenWhenOurFileLiesBetween() throws Exception {
    List<String> different = new ArrayList<>();
    for (Path file : WildFiles.all()) {
      Workflow workflow = WorkflowDocuments.read(file).workflow();
      Workflow again = WorkflowFiles.parse(WorkflowFiles.write(workflow));
      different.addAll(differences(file, again));
    }
    assertThat(different).isEmpty();
  }

  @Test
  void noMappingFailsOnAPublishedNode() throws Exception {
    List<Finding> failed = new ArrayList<>();
    for (Path file : WildFiles.all()) {
      Import read = WorkflowDocuments.read(file);
      read.findings().stream()
          .filter(finding -> finding.message().contains("form that is not understood"))
          .forEach(failed::add);
    }
    assertThat(failed).isEmpty();
  }

  /** The parts that differ and that the report does not name. */
  private static List<String> differences(Path file, Workflow workflow) {
    JsonObject before = WildFiles.object(file);
    Export export = WorkflowExport.write(workflow);
    JsonObject after = export.file();
    List<String> different = new ArrayList<>();
    for (String part : before.keySet()) {
      boolean told =
          export.findings().stream()
              .anyMatch(finding ->
                  finding.kind() != Finding.Kind.MAPPED && finding.parameter().startsWith(part));
      if (!java.util.Objects.equals(before.get(part), after.get(part)) && !told) {
        different.add(file.getFileName() + " " + part);
      }
    }
    PARTS.stream()
        .filter(part -> after.containsKey(part) && !before.containsKey(part))
        .forEach(part -> different.add(file.getFileName() + " has " + part));
    return different;
  }
}
