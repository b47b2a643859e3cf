package io.concertmaster.server.store;

import io.concertmaster.engine.local.sqlite.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Deployments: several documents that became live together, and can be rolled back together. */
public final class DeploymentRows {
  private static final String DEPLOYMENT =
      "SELECT number, at, author, rolled_back FROM deployment WHERE project = ?";

  private final ServerStore store;

  public DeploymentRows(ServerStore store) {
    this.store = store;
  }

  /**
   * A deployment.
   *
   * @param parts what became live
   * @param rolledBack when it was taken back; empty where it was not
   */
  public record Deployment(
      long number, Instant at, String author, Optional<Instant> rolledBack, List<Part> parts) {
    public Deployment {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A document that became live.
   *
   * @param name what the version that became live is called
   * @param before the version that was live before; empty where none was
   * @param activeBefore whether the triggers of that listened
   * @param activeAfterwards whether they listen when the deployment is rolled back now: where they
   *     listened before, and the document is not switched off since
   * @param deleted whether the document was deleted since
   */
  public record Part(
      Kind kind,
      String id,
      String name,
      long version,
      OptionalLong before,
      boolean activeBefore,
      boolean activeAfterwards,
      boolean deleted) {}

  /**
   * What a deployment expects to find.
   *
   * @param live the hash of the text that is live now; empty for none
   */
  public record Expected(Kind kind, String id, Optional<String> live) {}

  /** A question for what deployments brought, with more columns behind. */
  private static String brought(String more) {
    return "SELECT r.seq, r.kind, r.id, v.name, r.version, b.version, r.beneath_active, "
        + more
        + " FROM release r JOIN version v ON v.project = r.project AND v.kind = r.kind"
        + " AND v.id = r.id AND v.number = r.version JOIN document d ON d.project = r.project"
        + " AND d.kind = r.kind AND d.id = r.id LEFT JOIN release b ON b.seq = r.beneath";
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** All is live. */
    record Done(long number) implements Outcome {}

    /** Something else is live than was expected, so nothing was changed. */
    record Moved(Kind kind, String id) implements Outcome {}

    /** Something else lies there, so nothing was changed. */
    record Taken(LivePaths.Taken what) implements Outcome {}
  }

  /** Makes documents live, all or none. */
  public Outcome deploy(
      String project,
      List<Draft> drafts,
      List<Expected> expected,
      boolean activate,
      String author,
      Instant now) {
    return store.writeLive(s -> {
      for (Expected each : expected) {
        Optional<String> live =
            Row.first(
                s,
                "SELECT v.hash FROM document d JOIN release r ON r.seq = d.release JOIN version v"
                    + " ON v.project = d.project AND v.kind = d.kind AND v.id = d.id"
                    + " AND v.number = r.version WHERE d.project = ? AND d.kind = ? AND d.id = ?",
                row -> row.text(1),
                project,
                each.kind().id(),
                each.id());
        if (!live.equals(each.live())) {
          return new Outcome.Moved(each.kind(), each.id());
        }
      }
      Optional<LivePaths.Taken> taken =
          LivePaths.taken(s, project, drafts.stream().map(Draft::place).toList());
      if (taken.isPresent()) {
        return new Outcome.Taken(taken.get());
      }
      Row.change(
          s, "INSERT INTO deployment(project, at, author) VALUES(?, ?, ?)", project, now, author);
      long number = Row.first(s, "SELECT last_insert_rowid()", row -> row.number(1)).orElseThrow();
      for (Draft each : drafts) {
        Version version = DocumentRows.put(s, project, each, author, now);
        DocumentRows.release(
            s, project, each.kind(), each.id(), version.number(), author, now, number);
        if (activate && each.kind() == Kind.WORKFLOW) {
          DocumentRows.activate(s, project, each.kind(), each.id(), true);
        }
      }
      return new Outcome.Done(number);
    });
  }

  /**
   * A page of a list of deployments.
   *
   * @param next the list goes on before this one; empty where it has ended
   */
  public record Page(List<Deployment> deployments, OptionalLong next) {
    public Page {
      deployments = List.copyOf(deployments);
    }
  }

  /**
   * The deployments of a project, newest first.
   *
   * @param before only those with a smaller number
   * @param limit the most of a page
   */
  public Page newest(String project, long before, int limit) {
    return store.read(s -> {
      List<Deployment> deployments =
          Row.all(
              s,
              DEPLOYMENT + " AND number < ? ORDER BY number DESC LIMIT ?",
              DeploymentRows::bare,
              project,
              before,
              limit + 1);
      List<Deployment> whole = new ArrayList<>();
      for (Deployment each : deployments.subList(0, Math.min(limit, deployments.size()))) {
        whole.add(
            new Deployment(
                each.number(),
                each.at(),
                each.author(),
                each.rolledBack(),
                parts(s, each.number())));
      }
      return new Page(
          whole,
          deployments.size() > limit
              ? OptionalLong.of(whole.getLast().number())
              : OptionalLong.empty());
    });
  }

  /** What a deployment made live, wherever it was; nothing where there is no such deployment. */
  public List<Part> parts(long number) {
    return store.read(s -> parts(s, number));
  }

  private static List<Part> parts(Statements s, long number) throws SQLException {
    return Row.all(
        s,
        brought("d.active, 0")
            + " WHERE r.deployment = ? UNION ALL SELECT seq, kind, id, name, version, before,"
            + " before_active, 0, 1 FROM gone WHERE deployment = ? ORDER BY 1",
        row -> {
          OptionalLong before = row.maybeNumber(6);
          return new Part(
              Kind.of(row.text(2)),
              row.text(3),
              row.text(4),
              row.number(5),
              before,
              before.isPresent() && row.flag(7),
              before.isPresent() && row.flag(7) && row.flag(8),
              row.flag(9));
        },
        number,
        number);
  }

  /** Keeps what deployments brought of a document whose releases and versions go. */
  static void keepBrought(Statements s, String project, Kind kind, String id) throws SQLException {
    Row.change(
        s,
        "INSERT INTO gone(seq, kind, id, name, version, before, before_active, deployment) "
            + brought("r.deployment")
            + " WHERE r.project = ? AND r.kind = ? AND r.id = ? AND r.deployment IS NOT NULL",
        project,
        kind.id(),
        id);
  }

  private static Deployment bare(Row row) throws SQLException {
    return new Deployment(row.number(1), row.time(2), row.text(3), row.maybeTime(4), List.of());
  }

  /** What came of rolling back. */
  public sealed interface Back {
    /** It is taken back. */
    record Done() implements Back {}

    /** There is no such deployment. */
    record Unknown() implements Back {}

    /** It was rolled back before. */
    record Before() implements Back {}

    /** Something that it made live was replaced since. */
    record Covered() implements Back {}

    /** Something that it made live was deleted since. */
    record Deleted() implements Back {}

    /** Where something lay before, something else lies since. */
    record Taken(LivePaths.Taken what) implements Back {}
  }

  /** Goes back to what was live before a deployment, all or nothing. */
  public Back rollBack(String project, long number, Instant now) {
    return store.writeLive(s -> {
      Optional<Deployment> found =
          Row.first(s, DEPLOYMENT + " AND number = ?", DeploymentRows::bare, project, number);
      if (found.isEmpty()) {
        return new Back.Unknown();
      }
      if (found.get().rolledBack().isPresent()) {
        return new Back.Before();
      }
      if (parts(s, number).stream().anyMatch(Part::deleted)) {
        return new Back.Deleted();
      }
      List<Long> releases =
          Row.all(s, "SELECT seq FROM release WHERE deployment = ?", row -> row.number(1), number);
      for (long each : releases) {
        OptionalLong top =
            Row.first(
                    s,
                    "SELECT d.release FROM document d JOIN release r ON r.project = d.project"
                        + " AND r.kind = d.kind AND r.id = d.id WHERE r.seq = ?",
                    row -> row.maybeNumber(1),
                    each)
                .orElse(OptionalLong.empty());
        if (top.isEmpty() || top.getAsLong() != each) {
          return new Back.Covered();
        }
      }
      Optional<LivePaths.Taken> taken =
          LivePaths.taken(s, project, DocumentRows.placesBeneath(s, releases));
      if (taken.isPresent()) {
        return new Back.Taken(taken.get());
      }
      for (long each : releases) {
        DocumentRows.rollBack(s, each);
      }
      Row.change(s, "UPDATE deployment SET rolled_back = ? WHERE number = ?", now, number);
      return new Back.Done();
    });
  }
}
