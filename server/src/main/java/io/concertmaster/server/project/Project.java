package io.concertmaster.server.project;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.server.document.LiveFolder;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A project that is open.
 *
 * @param home where it keeps everything
 * @param engine runs its workflows and no others
 * @param folder where its live documents lie
 * @param documents what the store has
 */
public record Project(
    String id, Path home, Engine engine, LiveFolder folder, DocumentRows documents) {
  /**
   * Brings the folder and the engine in line with what the store says is live and active.
   *
   * @throws IOException when files cannot be written
   * @throws HttpProblem when a workflow cannot listen; the others do then
   */
  public void sync() throws IOException, HttpProblem {
    folder.sync();
    List<String> failures = listen();
    if (!failures.isEmpty()) {
      throw new HttpProblem(409, "not-listening", String.join("; ", failures));
    }
  }

  /** Lets listen what is active, and nothing else; says what cannot. */
  synchronized List<String> listen() {
    List<String> failures = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    try {
      for (DocumentRows.Live each : documents.live(id, Kind.WORKFLOW)) {
        if (each.active()) {
          wanted.add(each.id());
          activate(each, failures);
        }
      }
      for (ActiveWorkflow each : engine.active()) {
        if (!wanted.contains(each.id())) {
          engine.deactivate(each.id());
        }
      }
    } catch (EngineException e) {
      failures.add(String.valueOf(e.getMessage()));
    }
    return failures;
  }

  private void activate(DocumentRows.Live live, List<String> failures) {
    try {
      Workflow workflow = WorkflowFiles.parse(live.text());
      engine.activate(workflow, folder.of(live.path()));
    } catch (EngineException e) {
      if (e.reason() != EngineException.Reason.NOT_ACTIVE) {
        failures.add(String.valueOf(e.getMessage()));
      }
    } catch (WorkflowFileException e) {
      failures.add(e.getMessage());
    }
  }
}
