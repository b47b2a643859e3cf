package io.concertmaster.designer.deploy;

import io.concertmaster.deploy.Bundle;
import io.concertmaster.deploy.BundleReader;
import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Deployments;
import io.concertmaster.deploy.Part;
import io.concertmaster.deploy.Preview;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.RemoteWorkflows;
import io.concertmaster.designer.document.EditorDocument;
import io.concertmaster.designer.document.OpenDocument;
import io.concertmaster.designer.document.OpenDocuments;
import io.concertmaster.model.Workflow;
import io.concertmaster.n8n.read.WorkflowDocuments;
import io.concertmaster.node.data.JsonArray;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A workflow as it stood in the window, with all that goes with it. The workflow in front goes as
 * it is seen, saved or not; the others as their files say.
 *
 * @param unsaved files of other open documents that have changes which are not saved
 */
record Shipment(Workflow workflow, Path file, Set<Path> unsaved) {
  private static final Duration SMOKE = Duration.ofSeconds(60);

  /** What stands in front; on the JavaFX thread. */
  static Shipment of(EditorDocument document, OpenDocuments documents) {
    Workflow workflow = document.workflow().get();
    Path file =
        document
            .file()
            .get()
            .orElseGet(() -> document.folder().resolve(workflow.id() + document.suffix()));
    return new Shipment(
        workflow,
        file.toAbsolutePath().normalize(),
        documents.all().stream()
            .filter(each -> !each.equals(document) && each.dirty().get())
            .map(OpenDocument::file)
            .flatMap(each -> each.get().stream())
            .collect(Collectors.toSet()));
  }

  /** What goes, and what it would change there. */
  record Shown(Bundle bundle, Preview preview) {}

  /** What it would change; reads files and asks the server. */
  Shown preview(Remote remote) throws DeployException, InterruptedException {
    Bundle read =
        BundleReader.read(
            List.of(file),
            each -> each.equals(file) ? workflow : WorkflowDocuments.read(each).workflow());
    List<String> remarks = new ArrayList<>(read.remarks());
    for (Part each : read.parts()) {
      if (unsaved.contains(each.file())) {
        remarks.add(
            each.path() + " has changes that are not saved: what lies in the file goes there");
      }
    }
    Bundle bundle = new Bundle(read.parts(), remarks);
    return new Shown(bundle, new Deployments(remote).preview(bundle));
  }

  /**
   * What came of a deployment.
   *
   * @param number of the deployment
   * @param version of the workflow in front that is live now; empty where none is, or that could
   *     not be asked
   * @param addresses where its triggers are called there
   * @param smoke the run that tried it; empty where none was asked for
   * @param smokeTrouble why the run could not be started or watched; the deployment stands
   */
  record Done(
      long number,
      OptionalLong version,
      List<String> addresses,
      Optional<Deployments.Run> smoke,
      Optional<String> smokeTrouble) {}

  /** Brings it there, as it was shown. */
  Done deploy(Remote remote, Shown shown, boolean activate, boolean smoke)
      throws DeployException, InterruptedException {
    Deployments deployments = new Deployments(remote);
    if (smoke) {
      deployments.mustRun();
    }
    long number = deployments.deploy(shown.bundle(), shown.preview(), activate);
    OptionalLong version = OptionalLong.empty();
    List<String> addresses = List.of();
    Optional<Deployments.Run> run = Optional.empty();
    Optional<String> trouble = Optional.empty();
    try {
      var there = new RemoteWorkflows(remote).standing(workflow.id());
      if (there.isPresent()) {
        version = there.get().live();
        addresses = there.get().addresses();
      }
      if (smoke) {
        run = Optional.of(deployments.smoke(workflow.id(), JsonArray.empty(), SMOKE));
      }
    } catch (DeployException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    }
    return new Done(number, version, addresses, run, trouble);
  }
}
