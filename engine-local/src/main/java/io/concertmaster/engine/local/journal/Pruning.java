package io.concertmaster.engine.local.journal;

import io.concertmaster.engine.local.plan.Cause;
import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.Shrink;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes runs out of the journal.
 *
 * <p>Design note. Only runs that have ended go, and of those that another run called only after the
 * caller has ended: until then it may ask what became of its call. A run that still owes an error
 * workflow stays, and the newest run always stays, so that no number is given twice. A run's row
 * goes first, so that nobody sees half of a run; events that a crash left without their run go the
 * next time.
 */
public final class Pruning {
  /** At most so many events go in one transaction. */
  private static final int ROWS = 10_000;

  /** At most so many runs go in one transaction. */
  private static final int TOGETHER = 200;

  private final JournalReader reader;
  private final Readers readers;
  private final GroupWriter writer;

  Pruning(JournalReader reader, Readers readers, GroupWriter writer) {
    this.reader = reader;
    this.readers = readers;
    this.writer = writer;
  }

  /** A run that may go. */
  public record Candidate(long run, Instant ended) {}

  /** The runs that may go, those that ended first first. */
  public List<Candidate> candidates() {
    List<Candidate> called = new ArrayList<>();
    List<Candidate> all =
        readers.read(statements -> {
          List<Candidate> found = new ArrayList<>();
          try (ResultSet row =
              statements
                  .of(
                      "SELECT id, ended, call_key IS NOT NULL AND call_key NOT LIKE 'moment:%'"
                          + " FROM run WHERE ended IS NOT NULL"
                          + " AND owes = 0 AND id < (SELECT max(id) FROM run) ORDER BY ended, id")
                  .executeQuery()) {
            while (row.next()) {
              Candidate each = new Candidate(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)));
              found.add(each);
              if (row.getBoolean(3)) {
                called.add(each);
              }
            }
          }
          return found;
        });
    List<Candidate> awaited = called.stream().filter(each -> isAwaited(each.run())).toList();
    all.removeAll(awaited);
    return all;
  }

  /** Whether the newest run, which always stays, has ended. */
  public boolean newestHasEnded() {
    return readers.read(statements -> {
      try (ResultSet row =
          statements
              .of("SELECT ended IS NOT NULL FROM run WHERE id = (SELECT max(id) FROM run)")
              .executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    });
  }

  /** Whether the caller of a run has not ended. */
  private boolean isAwaited(long run) {
    try {
      Optional<Cause.Caller> caller =
          reader
              .first(run)
              .flatMap(first ->
                  first.event() instanceof Event.RunStarted e
                      ? e.cause().caller()
                      : Optional.empty());
      return caller.isPresent()
          && reader.run(caller.get().run()).filter(row -> !row.status().ended()).isPresent();
    } catch (StoreException damaged) {
      return true; // nobody can say: it stays
    }
  }

  /**
   * Takes runs away; stops between two transactions where it is interrupted. No transaction deletes
   * more than {@value #ROWS} events, so that runs which begin meanwhile wait for a moment only.
   */
  public void delete(List<Long> runs) throws InterruptedException {
    int done = 0;
    while (done < runs.size()) {
      check();
      List<Long> next = runs.subList(done, Math.min(runs.size(), done + TOGETHER));
      Group group = deleteTogether(next);
      done += group.runs();
      if (group.events() == ROWS) {
        deleteEvents(next.get(group.runs() - 1));
      }
    }
    deleteStrays();
    Journal.await(
        writer.submit(statements ->
            statements
                .of(
                    "DELETE FROM definition WHERE hash NOT IN (SELECT definition FROM run)"
                        + " AND hash NOT IN (SELECT definition FROM active_workflow)")
                .executeUpdate()));
  }

  /**
   * What one transaction took away.
   *
   * @param runs how many of the runs; events of the last one may be left
   * @param events how many events
   */
  private record Group(int runs, int events) {}

  /** Takes away the first of some runs in one transaction, as many as its bound allows. */
  private Group deleteTogether(List<Long> runs) {
    AtomicReference<Group> group = new AtomicReference<>(new Group(0, 0));
    Journal.await(writer.submit(statements -> group.set(deleteTogether(statements, runs))));
    return group.get();
  }

  private static Group deleteTogether(Statements statements, List<Long> runs) throws SQLException {
    int gone = 0;
    int events = 0;
    while (gone < runs.size() && events < ROWS) {
      long run = runs.get(gone);
      PreparedStatement row = statements.of("DELETE FROM run WHERE id = ?");
      row.setLong(1, run);
      row.executeUpdate();
      events += deleteSome(statements, run, ROWS - events);
      gone++;
    }
    return new Group(gone, events);
  }

  private static int deleteSome(Statements statements, long run, int most) throws SQLException {
    PreparedStatement events =
        statements.of(
            "DELETE FROM event WHERE pos IN (SELECT pos FROM event WHERE run = ? LIMIT ?)");
    events.setLong(1, run);
    events.setInt(2, most);
    return events.executeUpdate();
  }

  private static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void deleteEvents(long run) throws InterruptedException {
    AtomicInteger deleted = new AtomicInteger(ROWS);
    while (deleted.get() == ROWS) {
      check();
      Journal.await(writer.submit(statements -> deleted.set(deleteSome(statements, run, ROWS))));
    }
  }

  /** Events whose run has gone already. */
  private void deleteStrays() throws InterruptedException {
    long newest = reader.newestRun();
    Optional<Long> run = nextWithEvents(0);
    while (run.isPresent() && run.get() <= newest) {
      if (reader.isGone(run.get())) {
        deleteEvents(run.get());
      }
      run = nextWithEvents(run.get());
    }
  }

  private Optional<Long> nextWithEvents(long after) {
    return readers.read(statements -> {
      PreparedStatement select = statements.of("SELECT min(run) FROM event WHERE run > ?");
      select.setLong(1, after);
      try (ResultSet row = select.executeQuery()) {
        long run = row.next() ? row.getLong(1) : 0;
        return run == 0 ? Optional.<Long>empty() : Optional.of(run);
      }
    });
  }

  /** Gives room back to the disk. */
  public void shrink() throws InterruptedException {
    Shrink.run(readers, writer);
  }

  /** Bytes that the journal uses. */
  public long used() {
    return Shrink.used(readers);
  }
}
