package io.concertmaster.engine.local.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes a SQLite file, and checkpoints it. Whatever waits in its queue goes
 * into one transaction, so that a hundred runs share one sync of the disk; it sleeps while there is
 * nothing to write.
 *
 * <p>Design note. After any error the transaction is taken to be lost as a whole: it is rolled back
 * (SQLite may have done so by itself), and the file opened anew. A full disk fails all writes of
 * the group, after one more try with the reserve given up. Any other error is one write's own, or
 * the file's: the writes are tried one by one, and each answers for itself.
 */
public final class GroupWriter implements AutoCloseable {
  /** The most writes of one transaction. */
  private static final int GROUP = 4_096;

  /** A change of the file. It may be tried more than once. */
  @FunctionalInterface
  public interface Write {
    void to(Statements statements) throws SQLException;
  }

  private record Pending(@Nullable Write write, CompletableFuture<Void> done, long since) {
    private Pending(@Nullable Write write, CompletableFuture<Void> done) {
      this(write, done, System.nanoTime());
    }
  }

  private final SqliteFile file;
  private final Runnable giveUpReserve;
  private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final WaitingTimes times = new WaitingTimes();
  private final Whereabouts whereabouts;
  private final Thread thread;
  private @Nullable Statements statements;

  /**
   * Opens a file for writing.
   *
   * @param giveUpReserve called when the disk is full, to make the room that a checkpoint needs
   * @throws StoreException when it cannot be opened
   */
  public GroupWriter(SqliteFile file, Runnable giveUpReserve) {
    this.file = file;
    this.giveUpReserve = giveUpReserve;
    this.statements = opened(file, giveUpReserve);
    this.whereabouts = new Whereabouts(file.path());
    this.thread =
        file.machine()
            .threads()
            .start("writer of " + file.path().getFileName(), this::writeUntilClosed);
  }

  /** Making a file, and bringing one up to date, may need the room that is held back. */
  private static Statements opened(SqliteFile file, Runnable giveUpReserve) {
    try {
      return file.openWriter();
    } catch (StoreException e) {
      if (!e.isForWantOfRoom()) {
        throw e;
      }
      giveUpReserve.run();
      return file.openWriter();
    }
  }

  /** Queues a write. The future completes when it is durable, or with a {@link StoreException}. */
  public CompletableFuture<Void> submit(Write write) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (closed.get()) {
      done.completeExceptionally(StoreException.closed());
    } else {
      queue.add(new Pending(write, done));
    }
    return done;
  }

  /** How many writes wait. */
  public int queued() {
    return queue.size();
  }

  /** How long writes took to become durable. */
  public WaitingTimes times() {
    return times;
  }

  /** Writes what is queued, folds the log into the file, and closes it. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      queue.add(new Pending(null, new CompletableFuture<>()));
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeUntilClosed() {
    List<Pending> group = new ArrayList<>();
    boolean open = true;
    while (open) {
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        continue; // nobody interrupts this thread to any purpose: it ends by close()
      }
      queue.drainTo(group, GROUP - 1);
      open = group.stream().noneMatch(each -> each.write() == null);
      group.removeIf(each -> each.write() == null);
      write(group);
      group.clear();
    }
    for (Pending late : queue) {
      late.done().completeExceptionally(StoreException.closed());
    }
    closeStatements();
  }

  private void write(List<Pending> group) {
    if (group.isEmpty()) {
      return;
    }
    StoreException failure = transact(group);
    if (failure != null && failure.kind() == StoreException.Kind.FULL) {
      giveUpReserve.run();
      failure = transact(group);
    } else if (failure != null && group.size() > 1) {
      for (Pending each : group) {
        write(List.of(each));
      }
      return;
    }
    long now = System.nanoTime();
    for (Pending each : group) {
      if (failure == null) {
        times.add(now - each.since());
        each.done().complete(null);
      } else {
        each.done().completeExceptionally(failure);
      }
    }
    Statements open = statements;
    if (open != null) {
      Checkpoints.afterWrite(open);
    }
  }

  private @Nullable StoreException transact(List<Pending> group) {
    try {
      whereabouts.check();
      Statements open = statements;
      if (open == null) {
        open = file.openWriter();
        statements = open;
      }
      open.execute("BEGIN IMMEDIATE");
      for (Pending each : group) {
        if (each.write() != null) {
          each.write().to(open);
        }
      }
      open.execute("COMMIT");
      return null;
    } catch (SQLException e) {
      abandon();
      return StoreException.of(file.path(), e);
    } catch (StoreException e) {
      abandon();
      return e;
    } catch (RuntimeException | Error e) {
      abandon();
      return new StoreException(
          StoreException.Kind.FAILED, file.path() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void abandon() {
    Statements broken = statements;
    statements = null;
    if (broken == null) {
      return;
    }
    try (broken) {
      broken.execute("ROLLBACK");
    } catch (SQLException expected) {
      // SQLite has rolled back by itself, or does so when the connection closes.
    }
  }

  private void closeStatements() {
    Statements open = statements;
    if (open == null) {
      return;
    }
    try (open) {
      open.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      System.getLogger(GroupWriter.class.getName())
          .log(System.Logger.Level.WARNING, "cannot close " + file.path() + " cleanly", e);
    }
  }
}
