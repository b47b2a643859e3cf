package io.concertmaster.engine.local.sqlite;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * A few platform threads that read a SQLite file, each with a connection of its own. Whoever reads
 * waits for one of them: a slow query on a virtual thread would hold up all virtual threads.
 */
public final class Readers implements AutoCloseable {
  /** A question to the file. */
  @FunctionalInterface
  public interface Query<T> {
    T ask(Statements statements) throws SQLException;
  }

  private final SqliteFile file;
  private final ExecutorService threads;
  private final BlockingQueue<Statements> idle = new LinkedBlockingQueue<>();

  /** Readers of a file that is there; connections are opened when they are needed. */
  public Readers(SqliteFile file, int count) {
    this.file = file;
    this.threads = file.machine().threads().pool("reader of " + file.path().getFileName(), count);
  }

  /**
   * Asks, and waits for the answer; an interrupt does not end the waiting.
   *
   * @throws StoreException when the file cannot be read
   */
  public <T> T read(Query<T> query) {
    try {
      return CompletableFuture.supplyAsync(() -> ask(query), threads).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    } catch (RejectedExecutionException e) {
      throw StoreException.closed();
    }
  }

  /**
   * Asks again where the file is damaged, by a connection that reads on over wrong cells.
   *
   * @param query to be asked first
   * @param lenient asked where the first finds damage; it should use no index
   * @throws StoreException what the first query says, where the other finds damage too
   */
  public <T> T read(Query<T> query, Query<T> lenient) {
    try {
      return read(query);
    } catch (StoreException damage) {
      damage.throwUnlessDamaged();
      try {
        return read(ignored -> {
          try (Statements statements = file.openLenientReader()) {
            return lenient.ask(statements);
          }
        });
      } catch (StoreException worse) {
        throw damage;
      }
    }
  }

  private <T> T ask(Query<T> query) {
    Statements statements = idle.poll();
    if (statements == null) {
      statements = file.openReader();
    }
    try {
      T answer = query.ask(statements);
      idle.add(statements);
      return answer;
    } catch (SQLException e) {
      closeQuietly(statements);
      throw StoreException.of(file.path(), e);
    } catch (RuntimeException e) {
      closeQuietly(statements);
      throw e;
    }
  }

  private static void closeQuietly(Statements statements) {
    try {
      statements.close();
    } catch (SQLException e) {
      System.getLogger(Readers.class.getName())
          .log(System.Logger.Level.DEBUG, "cannot close a reading connection", e);
    }
  }

  @Override
  public void close() {
    threads.close();
    for (Statements each : idle) {
      closeQuietly(each);
    }
  }
}
