package io.concertmaster.nodes.sql;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Executes statements so that they can be cut short: JDBC calls do not notice an interrupt, so they
 * run on a platform thread of their own, and an interrupt of the caller cancels the statement in
 * the database.
 */
final class Interruptible {
  private static final int ASK_AGAIN_MILLIS = 100;

  private Interruptible() {}

  /** Work on a statement. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Does the work, or cancels the statement when this thread is interrupted meanwhile. */
  static <T> T call(Statement statement, Work<T> work) throws SQLException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread worker = Thread.ofPlatform().name("sql-statement").daemon().start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      do {
        // Again and again: the first time, the statement may not have begun.
        statement.cancel();
        worker.join(ASK_AGAIN_MILLIS);
      } while (worker.isAlive());
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException error -> throw error;
        case RuntimeException error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
