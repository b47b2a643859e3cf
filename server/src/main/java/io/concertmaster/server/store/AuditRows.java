package io.concertmaster.server.store;

import java.time.Instant;
import java.util.List;

/** What was done, and what was refused. Only ever added to. */
public final class AuditRows {
  private final ServerStore store;

  public AuditRows(ServerStore store) {
    this.store = store;
  }

  /**
   * A line of the log.
   *
   * @param number counts up
   * @param what the operation
   * @param status of the answer
   */
  public record Line(
      long number,
      Instant at,
      String who,
      String address,
      String project,
      String what,
      String path,
      int status) {}

  /** Adds a line; soon. */
  public void add(Line line) {
    store.writeLater(s ->
        Row.change(
            s,
            "INSERT INTO audit(at, who, address, project, what, path, status)"
                + " VALUES(?, ?, ?, ?, ?, ?, ?)",
            line.at(),
            line.who(),
            line.address(),
            line.project(),
            line.what(),
            line.path(),
            line.status()));
  }

  /** The newest lines before a number, newest first. */
  public List<Line> before(long number, int limit) {
    return store.read(s ->
        Row.all(
            s,
            "SELECT seq, at, who, address, project, what, path, status FROM audit WHERE seq < ?"
                + " ORDER BY seq DESC LIMIT ?",
            row ->
                new Line(
                    row.number(1),
                    row.time(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.text(6),
                    row.text(7),
                    (int) row.number(8)),
            number,
            limit));
  }
}
