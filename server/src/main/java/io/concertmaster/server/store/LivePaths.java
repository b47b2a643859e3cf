package io.concertmaster.server.store;

import io.concertmaster.engine.local.sqlite.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Which paths of a project are taken: of what is live each document has a file of its own, and none
 * lies where another one's folder is.
 */
public final class LivePaths {
  private LivePaths() {}

  /** A document and where it is to lie; nowhere where the path is empty. */
  public record Place(Kind kind, String id, String path) {
    private boolean isOf(Place other) {
      return kind == other.kind && id.equals(other.id);
    }

    private boolean clashesWith(Place other) {
      boolean bothLie = !path.isEmpty() && !other.path.isEmpty();
      return bothLie
          && (path.equals(other.path)
              || path.startsWith(other.path + "/")
              || other.path.startsWith(path + "/"));
    }
  }

  /**
   * A place that is not free.
   *
   * @param place that was asked for
   * @param by what lies there, or in the way
   * @param name of that
   */
  public record Taken(Place place, Place by, String name) {
    /** What is wrong, in words, and what to do. */
    public String message() {
      String other = by.kind().id() + " “" + name + "” (" + by.id() + ")";
      return place.path().equals(by.path())
          ? "the "
              + other
              + " lies at "
              + by.path()
              + " already, and is live: save this one under another name, or delete the other one"
          : place.path()
              + " and "
              + by.path()
              + " of the "
              + other
              + " cannot both be there: one of them would be a file and a folder; save this one"
              + " under another name";
    }
  }

  /**
   * The first place that is not free, once all of these are there.
   *
   * @param places of documents that are about to become live; where they lie now does not count
   */
  static Optional<Taken> taken(Statements s, String project, List<Place> places)
      throws SQLException {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    List<Lying> all =
        Row.all(
            s,
            "SELECT d.kind, d.id, v.path, v.name FROM document d"
                + " JOIN release r ON r.seq = d.release"
                + " JOIN version v ON v.project = d.project AND v.kind = d.kind AND v.id = d.id"
                + " AND v.number = r.version WHERE d.project = ? ORDER BY d.kind, d.id",
            row ->
                new Lying(new Place(Kind.of(row.text(1)), row.text(2), row.text(3)), row.text(4)),
            project);
    for (Place place : places) {
      for (Lying other : all) {
        if (places.stream().noneMatch(other.place()::isOf) && place.clashesWith(other.place())) {
          return Optional.of(new Taken(place, other.place(), other.name()));
        }
      }
      for (Place other : places) {
        if (!place.isOf(other) && place.clashesWith(other)) {
          return Optional.of(new Taken(place, other, other.id()));
        }
      }
    }
    return Optional.empty();
  }

  private record Lying(Place place, String name) {}
}
