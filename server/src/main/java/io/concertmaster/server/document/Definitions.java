package io.concertmaster.server.document;

import io.concertmaster.engine.Opening;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.model.Workflow;
import io.concertmaster.model.check.Checker;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.io.FormFiles;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.model.io.WorkflowFileException;
import io.concertmaster.model.io.WorkflowFiles;
import io.concertmaster.node.Listening;
import io.concertmaster.node.NodeCatalog;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.Draft;
import io.concertmaster.server.store.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads and checks definitions as this server can run them. */
public final class Definitions {
  /** So many are kept read. */
  private static final int KEPT = 200;

  private final NodeCatalog catalog;
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
    this.catalog = catalog;
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

  /**
   * The triggers of a workflow that others call; those that cannot listen are told by {@link
   * #problems}.
   *
   * @param folder where relative paths of its settings start
   */
  public List<Opening> openings(Workflow workflow, Path folder) {
    List<Opening> openings = new ArrayList<>();
    ZoneId zone = workflow.settings().timezone().orElse(ZoneOffset.UTC);
    workflow
        .nodes()
        .forEach((id, node) -> {
          if (!node.disabled()) {
            catalog
                .find(node.type(), node.version())
                .flatMap(type -> listening(type, node, zone))
                .filter(each -> each instanceof Listening.Call || each instanceof Listening.Form)
                .map(each -> Opening.of(workflow, id, folder, each))
                .ifPresent(openings::add);
          }
        });
    return openings;
  }

  private static Optional<Listening> listening(NodeType type, NodeDefinition node, ZoneId zone) {
    try {
      return type.listening(node.parameters(), zone, Instant.EPOCH);
    } catch (NodeException e) {
      return Optional.empty();
    }
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
