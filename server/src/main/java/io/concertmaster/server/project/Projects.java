package io.concertmaster.server.project;

import io.concertmaster.engine.EngineException;
import io.concertmaster.server.document.LiveFolder;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.ProjectRows;
import io.concertmaster.server.store.ServerStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The projects of a server.
 *
 * <p>Design note. A project has a home of its own, with its own journal, items, variables and
 * files: what keeps projects apart is not a condition in each question. The project {@code default}
 * has the server's home itself, so that the command line sees its runs as it sees the designer's.
 */
public final class Projects implements AutoCloseable {
  /** The project that is there from the beginning. */
  public static final String DEFAULT = "default";

  /** What stands before the paths of a project's pages and webhooks. */
  public static String prefix(String id) {
    return id.equals(DEFAULT) ? "" : "/p/" + id;
  }

  private final Path home;
  private final ProjectRows rows;
  private final DocumentRows documents;
  private final EngineOpener opener;
  private final InstantSource clock;
  private final Map<String, Project> open = new ConcurrentSkipListMap<>();

  private Projects(Path home, ServerStore store, EngineOpener opener, InstantSource clock) {
    this.home = home;
    this.rows = new ProjectRows(store);
    this.documents = new DocumentRows(store);
    this.opener = opener;
    this.clock = clock;
  }

  /**
   * Opens all projects of a store.
   *
   * @throws EngineException when the store of one cannot be opened
   * @throws IOException when its files cannot be written
   */
  public static Projects open(
      Path home, ServerStore store, EngineOpener opener, InstantSource clock)
      throws EngineException, IOException {
    Projects projects = new Projects(home, store, opener, clock);
    try {
      for (ProjectRows.Named each : projects.rows.all()) {
        projects.opened(each.id());
      }
      return projects;
    } catch (EngineException | IOException | RuntimeException e) {
      projects.close();
      throw e;
    }
  }

  private synchronized void opened(String id) throws EngineException, IOException {
    if (open.containsKey(id)) {
      return;
    }
    Path own = id.equals(DEFAULT) ? home : home.resolve("projects").resolve(id);
    LiveFolder folder = new LiveFolder(own.resolve("workflows"), id, documents);
    folder.sync();
    Project project = new Project(id, own, opener.open(own, id, folder), folder, documents);
    project.listen().forEach(Project::log);
    open.put(id, project);
  }

  /**
   * A project.
   *
   * @throws HttpProblem when there is none of that id
   */
  public Project get(String id) throws HttpProblem {
    Project project = open.get(id);
    if (project == null) {
      throw HttpProblem.notFound("there is no project “" + id + "”");
    }
    return project;
  }

  /** A project, where there is one of that id. */
  public Optional<Project> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** All projects that are open. */
  public Collection<Project> all() {
    return open.values();
  }

  /** The names of all projects, by id. */
  public Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    rows.all().forEach(each -> names.put(each.id(), each.name()));
    return names;
  }

  /**
   * Makes a project, or names it anew.
   *
   * @throws EngineException when its store cannot be made
   * @throws IOException when its files cannot be written
   */
  public void put(String id, String name) throws EngineException, IOException {
    rows.put(id, name, clock.instant());
    opened(id);
  }

  /** Closes all engines: steps under way end within a moment, or are cut short. */
  @Override
  public void close() {
    open.values().parallelStream().forEach(each -> each.engine().close());
  }
}
