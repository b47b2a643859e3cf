package io.concertmaster.designer.environment;

import io.concertmaster.deploy.BundleReader;
import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Part;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.RemoteWorkflows;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.diff.FormDifference;
import io.concertmaster.model.diff.WorkflowDifference;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.n8n.read.WorkflowDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What goes with a workflow when it is deployed: its forms, and the workflows that it calls, as
 * their files say them.
 *
 * @param workflow as it stands in the window
 * @param file in which it lies, or would lie
 */
record Belongings(Workflow workflow, Path file) {
  /** Those of a document; on the JavaFX thread. */
  static Belongings of(EditorDocument document) {
    Workflow workflow = document.workflow().get();
    Path file =
        document
            .file()
            .get()
            .orElseGet(() -> document.folder().resolve(workflow.id() + document.suffix()));
    return new Belongings(workflow, file.toAbsolutePath().normalize());
  }

  /**
   * How many things in them differ from what is live on a server. What is not live there, and a
   * file that cannot be read, count as one.
   */
  int changes(Remote remote) throws DeployException, InterruptedException {
    List<Part> parts;
    try {
      parts =
          BundleReader.read(
                  List.of(file),
                  each -> each.equals(file) ? workflow : WorkflowDocuments.read(each).workflow())
              .parts();
    } catch (DeployException e) {
      return 1;
    }
    RemoteWorkflows there = new RemoteWorkflows(remote);
    int changes = 0;
    for (Part each : parts.subList(1, parts.size())) {
      try {
        changes +=
            switch (each.kind()) {
              case FORM -> form(each, there);
              case WORKFLOW -> called(each, there);
            };
      } catch (WorkflowFileException e) {
        throw new IllegalStateException("what was read once can be read again", e);
      }
    }
    return changes;
  }

  private static int form(Part part, RemoteWorkflows there)
      throws WorkflowFileException, DeployException, InterruptedException {
    Form here = FormFiles.of(part.content());
    Optional<Form> live = there.form(part.id());
    return live.isEmpty() ? 1 : FormDifference.between(live.get(), here).count();
  }

  private static int called(Part part, RemoteWorkflows there)
      throws WorkflowFileException, DeployException, InterruptedException {
    Workflow here = WorkflowFiles.of(part.content());
    OptionalLong live =
        there.standing(part.id()).map(RemoteWorkflows.Standing::live).orElse(OptionalLong.empty());
    return live.isEmpty()
        ? 1
        : WorkflowDifference.between(there.definition(part.id(), live.getAsLong()), here).count();
  }
}
