package io.concertmaster.server.document;

import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.Draft;
import io.concertmaster.server.store.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads and checks definitions as this server can run them. */
public final class Definitions {
  /** So many are kept read. */
  private static final int KEPT = 200;

  private final Checker checker;

  /** By the hash of their text; those that were not asked for longest go first. */
  private final Map<String, Workflow> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Workflow> eldest) {
          return size() > KEPT;
        }
      };

  /** Definitions with the node types of a catalogue. */
  public Definitions(NodeCatalog catalog) {
    this.checker = new Checker(catalog);
  }

  /**
   * The workflow of a file's text.
   *
   * @throws HttpProblem when it is none
   */
  public Workflow parse(String text) throws HttpProblem {
    try {
      return WorkflowFiles.parse(text);
    } catch (WorkflowFileException e) {
      throw new HttpProblem(422, "not-a-workflow", e.getMessage());
    }
  }

  /**
   * The workflow of a text that was kept, by its hash.
   *
   * @param text asked where the workflow is not known yet
   */
  public Workflow kept(String hash, Supplier<String> text) throws HttpProblem {
    synchronized (read) {
      Workflow known = read.get(hash);
      if (known != null) {
        return known;
      }
    }
    Workflow workflow = parse(text.get());
    synchronized (read) {
      read.put(hash, workflow);
    }
    return workflow;
  }

  /**
   * What is wrong with a workflow, where it is to run beside these credentials.
   *
   * @param credentials types by name
   */
  public List<Problem> problems(Workflow workflow, Map<String, String> credentials) {
    return checker.check(workflow, Optional.of(credentials));
  }

  /** A workflow as it is to be kept. */
  public static Draft draft(Workflow workflow, String path) {
    String text = WorkflowFiles.write(workflow);
    return new Draft(Kind.WORKFLOW, workflow.id(), workflow.name(), path, Sha256.hex(text), text);
  }

  /**
   * The form that the content of its file says.
   *
   * @param path of the file, for the message
   * @throws HttpProblem when it says none
   */
  public static Form form(JsonObject content, String path) throws HttpProblem {
    try {
      return FormFiles.of(content);
    } catch (WorkflowFileException e) {
      throw new HttpProblem(422, "not-a-form", path + ": " + e.getMessage());
    }
  }

  /** A form as it is to be kept: as it came. */
  public static Draft draft(Form form, JsonObject content, String path) {
    String text = Json.writePretty(content);
    return new Draft(Kind.FORM, form.id(), form.name(), path, Sha256.hex(text), text);
  }
}
