package io.concertmaster.server.store;

import io.concertmaster.engine.local.sqlite.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Documents, their versions, and which of these is live. */
public final class DocumentRows {
  private static final String DOCUMENT =
      "SELECT d.id, v.number, v.hash, v.name, v.path, v.created, v.author, r.version, d.active"
          + " FROM document d JOIN version v ON v.project = d.project AND v.kind = d.kind"
          + " AND v.id = d.id AND v.number = d.newest LEFT JOIN release r ON r.seq = d.release"
          + " WHERE d.project = ? AND d.kind = ?";
  private static final String VERSION =
      "SELECT number, hash, name, path, created, author FROM version"
          + " WHERE project = ? AND kind = ? AND id = ?";

  private final ServerStore store;

  public DocumentRows(ServerStore store) {
    this.store = store;
  }

  /** All documents of a kind, by id. */
  public List<Document> all(String project, Kind kind) {
    return store.read(
        s -> Row.all(s, DOCUMENT + " ORDER BY d.id", DocumentRows::document, project, kind.id()));
  }

  /** The document of an id. */
  public Optional<Document> find(String project, Kind kind, String id) {
    return store.read(s ->
        Row.first(s, DOCUMENT + " AND d.id = ?", DocumentRows::document, project, kind.id(), id));
  }

  private static Document document(Row row) throws SQLException {
    return new Document(
        row.text(1),
        new Version(row.number(2), row.text(3), row.text(4), row.text(5), row.time(6), row.text(7)),
        row.maybeNumber(8),
        row.flag(9));
  }

  /** The versions of a document, newest first. */
  public List<Version> versions(String project, Kind kind, String id) {
    return store.read(s ->
        Row.all(
            s, VERSION + " ORDER BY number DESC", DocumentRows::version, project, kind.id(), id));
  }

  /** A version of a document. */
  public Optional<Version> version(String project, Kind kind, String id, long number) {
    return store.read(s ->
        Row.first(
            s, VERSION + " AND number = ?", DocumentRows::version, project, kind.id(), id, number));
  }

  private static Version version(Row row) throws SQLException {
    return new Version(
        row.number(1), row.text(2), row.text(3), row.text(4), row.time(5), row.text(6));
  }

  /** The text of a hash. */
  public Optional<String> text(String hash) {
    return store.read(
        s -> Row.first(s, "SELECT text FROM content WHERE hash = ?", row -> row.text(1), hash));
  }

  /** Keeps a text as the newest version, where it is not that already. */
  public Version put(String project, Draft draft, String author, Instant now) {
    return store.write(s -> put(s, project, draft, author, now));
  }

  static Version put(Statements s, String project, Draft draft, String author, Instant now)
      throws SQLException {
    String kind = draft.kind().id();
    Optional<Version> newest =
        Row.first(
            s,
            VERSION + " ORDER BY number DESC LIMIT 1",
            DocumentRows::version,
            project,
            kind,
            draft.id());
    if (newest.isPresent()
        && newest.get().hash().equals(draft.hash())
        && newest.get().path().equals(draft.path())) {
      return newest.get();
    }
    long number = newest.map(Version::number).orElse(0L) + 1;
    Row.change(
        s,
        "INSERT INTO content(hash, text) VALUES(?, ?) ON CONFLICT(hash) DO NOTHING",
        draft.hash(),
        draft.text());
    Row.change(
        s,
        "INSERT INTO version(project, kind, id, number, hash, name, path, created, author)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        project,
        kind,
        draft.id(),
        number,
        draft.hash(),
        draft.name(),
        draft.path(),
        now,
        author);
    Row.change(
        s,
        "INSERT INTO document(project, kind, id, newest) VALUES(?, ?, ?, ?)"
            + " ON CONFLICT(project, kind, id) DO UPDATE SET newest = excluded.newest",
        project,
        kind,
        draft.id(),
        number);
    return new Version(number, draft.hash(), draft.name(), draft.path(), now, author);
  }

  /**
   * Makes a version live, and with it what is to be known for rolling back.
   *
   * @param deployment with which it comes; null for alone
   */
  static void release(
      Statements s,
      String project,
      Kind kind,
      String id,
      long version,
      String author,
      Instant now,
      @Nullable Long deployment)
      throws SQLException {
    Row.change(
        s,
        "INSERT INTO release(project, kind, id, version, beneath, beneath_active, at, author,"
            + " deployment) SELECT project, kind, id, ?, release, active, ?, ?, ? FROM document"
            + " WHERE project = ? AND kind = ? AND id = ?",
        version,
        now,
        author,
        deployment,
        project,
        kind.id(),
        id);
    Row.change(
        s,
        "UPDATE document SET release = (SELECT max(seq) FROM release WHERE project = ? AND kind = ?"
            + " AND id = ?) WHERE project = ? AND kind = ? AND id = ?",
        project,
        kind.id(),
        id,
        project,
        kind.id(),
        id);
  }

  /**
   * Makes a version live, where it is not the one that is live.
   *
   * @return why not: what lies at its path; nothing is changed then
   */
  public Optional<LivePaths.Taken> release(
      String project, Kind kind, String id, Version version, String author, Instant now) {
    return store.writeLive(s -> {
      Optional<LivePaths.Taken> taken =
          LivePaths.taken(s, project, List.of(new LivePaths.Place(kind, id, version.path())));
      if (taken.isEmpty() && !isLive(s, project, kind, id, version.number())) {
        release(s, project, kind, id, version.number(), author, now, null);
      }
      return taken;
    });
  }

  private static boolean isLive(Statements s, String project, Kind kind, String id, long version)
      throws SQLException {
    return Row.first(
            s,
            "SELECT r.version FROM document d JOIN release r ON r.seq = d.release"
                + " WHERE d.project = ? AND d.kind = ? AND d.id = ?",
            row -> row.number(1),
            project,
            kind.id(),
            id)
        .filter(live -> live == version)
        .isPresent();
  }

  /** The first place of a project's documents that is not free; see {@link LivePaths}. */
  public Optional<LivePaths.Taken> taken(String project, List<LivePaths.Place> places) {
    return store.read(s -> LivePaths.taken(s, project, places));
  }

  /** Lets the triggers of a document listen, or not. */
  public void activate(String project, Kind kind, String id, boolean active) {
    store.writeLive(s -> {
      activate(s, project, kind, id, active);
      return true;
    });
  }

  static void activate(Statements s, String project, Kind kind, String id, boolean active)
      throws SQLException {
    Row.change(
        s,
        "UPDATE document SET active = ? WHERE project = ? AND kind = ? AND id = ?",
        active,
        project,
        kind.id(),
        id);
  }

  /** What came of going back. */
  public sealed interface Back {
    /** It is done. */
    record Done() implements Back {}

    /** Nothing is live. */
    record NotLive() implements Back {}

    /** Where it lay before, something else lies since. */
    record Taken(LivePaths.Taken what) implements Back {}
  }

  /** Goes back to what was live before the newest release. What is switched off stays off. */
  public Back rollBack(String project, Kind kind, String id) {
    return store.writeLive(s -> {
      OptionalLong release = release(s, project, kind, id);
      if (release.isEmpty()) {
        return new Back.NotLive();
      }
      Optional<LivePaths.Taken> taken =
          LivePaths.taken(s, project, placesBeneath(s, List.of(release.getAsLong())));
      if (taken.isPresent()) {
        return new Back.Taken(taken.get());
      }
      rollBack(s, release.getAsLong());
      return new Back.Done();
    });
  }

  /**
   * Where documents come to lie that lay somewhere else, when releases are taken from the top;
   * nowhere, with an empty path, where nothing is live then.
   */
  static List<LivePaths.Place> placesBeneath(Statements s, List<Long> releases)
      throws SQLException {
    List<LivePaths.Place> places = new ArrayList<>();
    for (long each : releases) {
      Row.first(
              s,
              "SELECT r.kind, r.id, coalesce(w.path, '') FROM release r"
                  + " JOIN version v ON v.project = r.project AND v.kind = r.kind AND v.id = r.id"
                  + " AND v.number = r.version LEFT JOIN release b ON b.seq = r.beneath"
                  + " LEFT JOIN version w ON w.project = b.project AND w.kind = b.kind"
                  + " AND w.id = b.id AND w.number = b.version"
                  + " WHERE r.seq = ? AND w.path IS NOT v.path",
              row -> new LivePaths.Place(Kind.of(row.text(1)), row.text(2), row.text(3)),
              each)
          .ifPresent(places::add);
    }
    return places;
  }

  private static OptionalLong release(Statements s, String project, Kind kind, String id)
      throws SQLException {
    return Row.first(
            s,
            "SELECT release FROM document WHERE project = ? AND kind = ? AND id = ?",
            row -> row.maybeNumber(1),
            project,
            kind.id(),
            id)
        .orElse(OptionalLong.empty());
  }

  /**
   * Takes a release from the top. Triggers go on listening only where they listen now and listened
   * to what was live before: going back makes none listen that a person has switched off since.
   */
  static void rollBack(Statements s, long release) throws SQLException {
    Row.change(
        s,
        "UPDATE document SET (release, active) = (SELECT beneath, document.active AND"
            + " beneath_active AND beneath IS NOT NULL FROM release WHERE seq = ?)"
            + " WHERE release = ?",
        release,
        release);
  }

  /** Takes a document away, with all its versions. What deployments brought stays known. */
  public boolean delete(String project, Kind kind, String id) {
    return store.writeLive(s -> {
      DeploymentRows.keepBrought(s, project, kind, id);
      for (String table : List.of("version", "release")) {
        Row.change(
            s,
            "DELETE FROM " + table + " WHERE project = ? AND kind = ? AND id = ?",
            project,
            kind.id(),
            id);
      }
      return Row.change(
              s,
              "DELETE FROM document WHERE project = ? AND kind = ? AND id = ?",
              project,
              kind.id(),
              id)
          > 0;
    });
  }

  /** The texts that are live, by id. */
  public List<Live> live(String project, Kind kind) {
    return store.read(s -> {
      List<Live> live = new ArrayList<>();
      Row.each(
          s,
          "SELECT d.id, r.version, v.path, c.text, d.active FROM document d"
              + " JOIN release r ON r.seq = d.release"
              + " JOIN version v ON v.project = d.project AND v.kind = d.kind AND v.id = d.id"
              + " AND v.number = r.version JOIN content c ON c.hash = v.hash"
              + " WHERE d.project = ? AND d.kind = ? ORDER BY d.id",
          row ->
              live.add(new Live(row.text(1), row.number(2), row.text(3), row.text(4), row.flag(5))),
          project,
          kind.id());
      return live;
    });
  }

  /** A document that is live. */
  public record Live(String id, long version, String path, String text, boolean active) {}

  /** The paths that documents of a project have or had. */
  public List<String> paths(String project) {
    return store.read(s ->
        Row.all(
            s, "SELECT DISTINCT path FROM version WHERE project = ?", row -> row.text(1), project));
  }
}
