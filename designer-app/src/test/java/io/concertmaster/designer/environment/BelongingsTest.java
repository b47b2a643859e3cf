package io.concertmaster.designer.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.deploy.Bundle;
import io.concertmaster.deploy.BundleReader;
import io.concertmaster.deploy.Deployments;
import io.concertmaster.deploy.Remote;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.build.WorkflowBuilder;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.server.ConcertMasterServer;
import io.concertmaster.server.ServerOptions;
import io.concertmaster.server.http.Address;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelongingsTest {
  private static final Workflow ASKS =
      WorkflowBuilder.workflow("Asks")
          .id("asks")
          .node("ask", "trigger.form", "Ask")
          .parameter("ask", "form", "ask.form.json")
          .node("call", "flow.subworkflow", "Call")
          .parameter("call", "file", "called.workflow.json")
          .connect("ask -> call")
          .build();

  @TempDir Path home;
  @TempDir Path folder;
  private ConcertMasterServer server;
  private Remote remote;
  private Path file;

  @BeforeEach
  void start() throws Exception {
    server =
        ConcertMasterServer.start(
            new ServerOptions(
                home, new Address("127.0.0.1", 0, Optional.empty()), Optional.empty()));
    remote =
        new Remote(
            URI.create("http://127.0.0.1:" + server.port() + "/"),
            Optional.of(Files.readString(server.tokenFile()).strip()),
            "default",
            Optional.empty());
    file = folder.resolve("asks.workflow.json");
    WorkflowFiles.save(ASKS, file);
    form("Ask");
    called("Called");
  }

  @AfterEach
  void stop() {
    remote.close();
    server.close();
  }

  private void form(String name) throws Exception {
    FormFiles.save(Form.empty("ask", name, "en"), folder.resolve("ask.form.json"));
  }

  private void called(String name) throws Exception {
    Workflow called =
        WorkflowBuilder.workflow(name)
            .id("called")
            .node("start", "trigger.subworkflow", "Start")
            .build();
    WorkflowFiles.save(called, folder.resolve("called.workflow.json"));
  }

  private int changes() throws Exception {
    return new Belongings(ASKS, file).changes(remote);
  }

  @Test
  void whatGoesWithAWorkflowCountsWhereItDiffersFromWhatIsLive() throws Exception {
    assertThat(changes()).as("neither is there").isEqualTo(2);
    Bundle bundle = BundleReader.read(List.of(file), WorkflowFiles::read);
    Deployments deployments = new Deployments(remote);
    deployments.deploy(bundle, deployments.preview(bundle), false);
    assertThat(changes()).isZero();

    form("Ask more");
    assertThat(changes()).as("the form").isEqualTo(1);
    called("Called otherwise");
    assertThat(changes()).as("the form and the workflow").isEqualTo(2);

    Files.writeString(folder.resolve("ask.form.json"), "{");
    assertThat(changes()).as("a file that cannot be read").isEqualTo(1);
    deployments.rollBack(1);
  }
}
