package io.concertmaster.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Credentials, sealed. */
public final class CredentialRows {
  private static final String COLUMNS =
      "SELECT name, type, fields, version, updated, author, sealed";
  private static final String CREDENTIAL = COLUMNS + " FROM credential WHERE project = ?";

  private final ServerStore store;

  public CredentialRows(ServerStore store) {
    this.store = store;
  }

  /**
   * A credential.
   *
   * @param fields names of its values, as a JSON list
   * @param version from 1; the sealed values are bound to it
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares these, and it is made here only
  public record Sealed(
      String name,
      String type,
      String fields,
      long version,
      Instant updated,
      String author,
      byte[] sealed) {}

  /** All credentials of a project, by name. */
  public List<Sealed> all(String project) {
    return store.read(
        s -> Row.all(s, CREDENTIAL + " ORDER BY name", CredentialRows::sealed, project));
  }

  /**
   * A credential of any project.
   *
   * @param project the id of its project
   */
  public record Placed(String project, Sealed credential) {}

  /** All credentials of all projects, by project and name. */
  public List<Placed> everywhere() {
    return store.read(s ->
        Row.all(
            s,
            COLUMNS + ", project FROM credential ORDER BY project, name",
            row -> new Placed(row.text(8), sealed(row))));
  }

  /** Whether there is a credential in any project. */
  public boolean hasAny() {
    return store
        .read(s -> Row.first(s, "SELECT 1 FROM credential LIMIT 1", row -> row.number(1)))
        .isPresent();
  }

  /** The credential of a name. */
  public Optional<Sealed> find(String project, String name) {
    return store.read(
        s -> Row.first(s, CREDENTIAL + " AND name = ?", CredentialRows::sealed, project, name));
  }

  private static Sealed sealed(Row row) throws java.sql.SQLException {
    return new Sealed(
        row.text(1),
        row.text(2),
        row.text(3),
        row.number(4),
        row.time(5),
        row.text(6),
        row.bytes(7));
  }

  /**
   * Puts a credential in its place, where it is of the version that follows what is there.
   *
   * @return false where somebody else was first
   */
  public boolean put(String project, Sealed credential) {
    return store.write(s ->
        Row.change(
            s,
            "INSERT INTO credential(project, name, type, fields, version, updated, author,"
                + " sealed) VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(project, name) DO UPDATE"
                + " SET type = excluded.type, fields = excluded.fields,"
                + " version = excluded.version, updated = excluded.updated,"
                + " author = excluded.author, sealed = excluded.sealed"
                + " WHERE version = excluded.version - 1",
            project,
            credential.name(),
            credential.type(),
            credential.fields(),
            credential.version(),
            credential.updated(),
            credential.author(),
            credential.sealed()))
        > 0;
  }

  /** Takes a credential away. */
  public boolean delete(String project, String name) {
    return store.write(s ->
        Row.change(s, "DELETE FROM credential WHERE project = ? AND name = ?", project, name))
        > 0;
  }
}
