package io.concertmaster.server.store;

import java.time.Instant;
import java.util.List;

/** Projects. */
public final class ProjectRows {
  /** What goes with a project. */
  private static final List<String> TABLES =
      List.of("deployment", "idempotency", "credential", "role", "token");

  private final ServerStore store;

  public ProjectRows(ServerStore store) {
    this.store = store;
  }

  /**
   * A project.
   *
   * @param id a slug
   */
  public record Named(String id, String name, Instant created) {}

  /** All projects, by id. */
  public List<Named> all() {
    return store.read(s ->
        Row.all(
            s,
            "SELECT id, name, created FROM project ORDER BY id",
            row -> new Named(row.text(1), row.text(2), row.time(3))));
  }

  /** Adds a project, or names it anew. */
  public void put(String id, String name, Instant now) {
    store.write(s ->
        Row.change(
            s,
            "INSERT INTO project(id, name, created) VALUES(?, ?, ?)"
                + " ON CONFLICT(id) DO UPDATE SET name = excluded.name",
            id,
            name,
            now));
  }

  /**
   * Takes a project away with what is kept of it here; the audit log stays.
   *
   * @return false where it has workflows or forms, so that nothing was changed
   */
  public boolean delete(String id) {
    return store.writeLive(s -> {
      String documents = "SELECT 1 FROM document WHERE project = ? LIMIT 1";
      if (Row.first(s, documents, row -> true, id).isPresent()) {
        return false;
      }
      Row.change(
          s,
          "DELETE FROM gone WHERE deployment IN (SELECT number FROM deployment WHERE project = ?)",
          id);
      for (String table : TABLES) {
        Row.change(s, "DELETE FROM " + table + " WHERE project = ?", id);
      }
      Row.change(s, "DELETE FROM project WHERE id = ?", id);
      return true;
    });
  }
}
