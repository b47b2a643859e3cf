package io.concertmaster.server.project;

import io.concertmaster.engine.ActiveWorkflow;
import io.concertmaster.engine.Engine;
import io.concertmaster.engine.EngineException;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.server.document.LiveFolder;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
   * @throws HttpProblem when one of the changed workflows cannot listen, or files cannot be
   *     written; the others listen then, and all else is in line
   */
  public void sync(Set<String> changed, String done) throws HttpProblem {
    Optional<String> unwritten = Optional.empty();
    try {
      folder.sync();
    } catch (IOException e) {
      unwritten = Optional.of(String.valueOf(e.getMessage()));
    }
    List<Deaf> deaf = listen();
    if (unwritten.isPresent()) {
      throw new HttpProblem(500, "not-written", done + ", but " + unwritten.get());
    }
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

  /**
   * Lets listen what is active, and nothing else; says what cannot.
   *
   * <p>Design note. Addresses may go from one workflow to another, in any order, also round in a
   * circle. So what is to listen no more goes first; then each is tried, and those that were
   * refused are tried again while that lets one more in. What is left then stands in the way of
   * others with what it listened to before, or is refused by one that stays: all of it lets go, and
   * is tried a last time. Nothing answers for a version that is not live.
   */
  synchronized List<Deaf> listen() {
    try {
      Map<String, ActiveWorkflow> now = new HashMap<>();
      engine.active().forEach(each -> now.put(each.id(), each));
      List<DocumentRows.Live> wanted =
          documents.live(id, Kind.WORKFLOW).stream().filter(DocumentRows.Live::active).toList();
      Set<String> stay = wanted.stream().map(DocumentRows.Live::id).collect(Collectors.toSet());
      for (String each : now.keySet()) {
        if (!stay.contains(each)) {
          engine.deactivate(each);
        }
      }
      Map<DocumentRows.Live, String> left = new LinkedHashMap<>();
      for (DocumentRows.Live each : wanted) {
        if (!isAsWanted(now.get(each.id()), each)) {
          left.put(each, "");
        }
      }
      if (!tryAll(left).isEmpty()) {
        for (DocumentRows.Live each : left.keySet()) {
          engine.deactivate(each.id());
        }
        tryAll(left);
      }
      return left.entrySet().stream()
          .map(each -> new Deaf(each.getKey().id(), each.getValue()))
          .toList();
    } catch (EngineException e) {
      return List.of(new Deaf("", String.valueOf(e.getMessage())));
    }
  }

  /**
   * Lets listen what can, in any order.
   *
   * @param left those that are tried; afterwards those that cannot, and why
   */
  private Map<DocumentRows.Live, String> tryAll(Map<DocumentRows.Live, String> left) {
    int before;
    do {
      before = left.size();
      for (DocumentRows.Live each : List.copyOf(left.keySet())) {
        Optional<String> refusal = activate(each);
        if (refusal.isPresent()) {
          left.put(each, refusal.get());
        } else {
          left.remove(each);
        }
      }
    } while (!left.isEmpty() && left.size() < before);
    return left;
  }

  /** Whether a workflow listens as it should: then nothing is done with it. */
  private boolean isAsWanted(@Nullable ActiveWorkflow now, DocumentRows.Live wanted) {
    return now != null
        && now.definition().equals(Sha256.hex(wanted.text()))
        && now.folder().equals(folder.of(wanted.path()))
        && now.triggers().stream().allMatch(each -> each.problem().isEmpty());
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
