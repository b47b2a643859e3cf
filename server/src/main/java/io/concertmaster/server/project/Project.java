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
import java.util.Optional;
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
  private static final System.Logger LOG = System.getLogger(Project.class.getName());

  /**
   * A workflow that is active and cannot listen.
   *
   * @param id of the workflow; empty where the engine itself failed, which concerns every change
   * @param why with its name
   */
  record Deaf(String id, String why) {
    boolean concerns(Set<String> changed) {
      return id.isEmpty() || changed.contains(id);
    }
  }

  /**
   * Brings the folder and the engine in line with what the store says is live and active. That a
   * workflow which has nothing to do with the change cannot listen is logged only.
   *
   * @param changed ids of the workflows for whose sake that is done
   * @param done what has happened in any case, such as “deployment 3 is live”
   * @throws IOException when files cannot be written
   * @throws HttpProblem when one of the changed workflows cannot listen; the others do then
   */
  public void sync(Set<String> changed, String done) throws IOException, HttpProblem {
    folder.sync();
    List<Deaf> deaf = listen();
    deaf.stream().filter(each -> !each.concerns(changed)).forEach(Project::log);
    List<String> failures =
        deaf.stream().filter(each -> each.concerns(changed)).map(Deaf::why).toList();
    if (!failures.isEmpty()) {
      throw new HttpProblem(409, "not-listening", done + ", but " + String.join("; ", failures));
    }
  }

  /** Tells the log of a workflow that cannot listen. */
  static void log(Deaf workflow) {
    LOG.log(System.Logger.Level.WARNING, "does not listen: {0}", workflow.why());
  }

  /** Lets listen what is active, and nothing else; says what cannot. */
  synchronized List<Deaf> listen() {
    List<Deaf> deaf = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    for (DocumentRows.Live each : documents.live(id, Kind.WORKFLOW)) {
      if (each.active()) {
        wanted.add(each.id());
        activate(each).ifPresent(why -> deaf.add(new Deaf(each.id(), why)));
      }
    }
    try {
      for (ActiveWorkflow each : engine.active()) {
        if (!wanted.contains(each.id())) {
          engine.deactivate(each.id());
        }
      }
    } catch (EngineException e) {
      deaf.add(new Deaf("", String.valueOf(e.getMessage())));
    }
    return deaf;
  }

  /** Lets a workflow listen; why that cannot be. */
  private Optional<String> activate(DocumentRows.Live live) {
    try {
      Workflow workflow = WorkflowFiles.parse(live.text());
      try {
        engine.activate(workflow, folder.of(live.path()));
      } catch (EngineException e) {
        if (e.reason() != EngineException.Reason.NOT_ACTIVE) {
          return Optional.of("“" + workflow.name() + "”: " + e.getMessage());
        }
      }
      return Optional.empty();
    } catch (WorkflowFileException e) {
      return Optional.of("“" + live.id() + "”: " + e.getMessage());
    }
  }
}
