package io.concertmaster.server.store;

import java.time.Instant;
import java.util.List;

/** Projects. */
public final class ProjectRows {
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
}
