package io.concertmaster.server.project;

import io.concertmaster.engine.EngineException;
import io.concertmaster.server.document.LiveFolder;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.DocumentRows;
import io.concertmaster.server.store.Kind;
import io.concertmaster.server.store.ProjectRows;
import io.concertmaster.server.store.ServerStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

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

  private static final System.Logger LOG = System.getLogger(Projects.class.getName());

  private final ProjectHomes homes;
  private final ProjectRows rows;
  private final DocumentRows documents;
  private final EngineOpener opener;
  private final InstantSource clock;
  private final Map<String, Project> open = new ConcurrentSkipListMap<>();

  /** Hear of projects that were closed while the server goes on. */
  private final List<Consumer<Project>> closed = new CopyOnWriteArrayList<>();

  private Projects(Path home, ServerStore store, EngineOpener opener, InstantSource clock) {
    this.homes = new ProjectHomes(home);
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
        projects.homes.bringBack(each.id());
        projects.opened(each.id());
      }
      projects.homes.deleteLeft();
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
    Path own = homes.of(id);
    LiveFolder folder = new LiveFolder(own.resolve("workflows"), id, documents);
    try {
      folder.sync();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "the project “{0}”: {1}", id, e.getMessage());
    }
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
  public synchronized void put(String id, String name) throws EngineException, IOException {
    rows.put(id, name, clock.instant());
    opened(id);
  }

  /**
   * Calls back with each project that was closed because it was deleted, or was to be: nothing of
   * it may be kept. One that could not be deleted is opened anew afterwards.
   */
  public void onClosed(Consumer<Project> listener) {
    closed.add(listener);
  }

  /**
   * Takes a project away: its past runs, variables, files, credentials, and the roles and tokens
   * that are for it alone.
   *
   * <p>Design note. Its home is set aside first, then the store forgets it, then what was set aside
   * is deleted. After a crash the store has the word: the home comes back, or is deleted.
   *
   * @throws HttpProblem when there is none of that id; while it has workflows, forms or runs that
   *     have not ended; for the one that is there from the beginning
   * @throws EngineException when its store cannot be read, or not be opened again
   * @throws IOException when its files cannot be moved
   */
  public synchronized void delete(String id) throws HttpProblem, EngineException, IOException {
    Project project = get(id);
    refuseInUse(project);
    open.remove(id);
    project.engine().close();
    boolean deleted = false;
    try {
      homes.setAside(id);
      deleted = rows.delete(id);
    } finally {
      closed.forEach(each -> each.accept(project));
      if (!deleted) {
        homes.bringBack(id);
        opened(id);
      }
    }
    if (!deleted) {
      throw inUse(id, "has workflows or forms: delete them first");
    }
    homes.deleteAside(id);
  }

  private void refuseInUse(Project project) throws HttpProblem, EngineException {
    String id = project.id();
    if (id.equals(DEFAULT)) {
      throw inUse(id, "is there for good");
    }
    for (Kind kind : Kind.values()) {
      if (!documents.all(id, kind).isEmpty()) {
        throw inUse(id, "has workflows or forms: delete them first");
      }
    }
    if (!project.engine().unfinished().isEmpty()) {
      throw inUse(id, "has runs that have not ended: wait for them, or cancel them first");
    }
  }

  private static HttpProblem inUse(String id, String why) {
    return HttpProblem.conflict("in-use", "the project “" + id + "” " + why);
  }

  /** Closes all engines: steps under way end within a moment, or are cut short. */
  @Override
  public void close() {
    open.values().parallelStream().forEach(each -> each.engine().close());
  }
}
