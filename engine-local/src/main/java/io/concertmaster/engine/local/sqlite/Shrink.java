package io.concertmaster.engine.local.sqlite;

import java.sql.ResultSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Gives the free pages of a database back to the disk, a few at a time. */
public final class Shrink {
  private static final int PAGES = 256;

  /** So many stay: they are soon used again. */
  private static final int SPARE = 8;

  private Shrink() {}

  /**
   * Shrinks a file until few free pages are left, or the thread is interrupted.
   *
   * @throws StoreException when the file cannot be written, as on a full disk
   */
  public static void run(Readers readers, GroupWriter writer) throws InterruptedException {
    long free = number(readers, "PRAGMA freelist_count");
    long before = Long.MAX_VALUE;
    while (free > SPARE && free < before) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      CompletableFuture<Void> written =
          writer.submit(
              statements -> statements.executeToEnd("PRAGMA incremental_vacuum(" + PAGES + ")"));
      await(written);
      before = free;
      free = number(readers, "PRAGMA freelist_count");
    }
  }

  private static void await(CompletableFuture<Void> written) {
    try {
      written.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Bytes of the pages that hold something. */
  public static long used(Readers readers) {
    long pages = number(readers, "PRAGMA page_count") - number(readers, "PRAGMA freelist_count");
    return pages * number(readers, "PRAGMA page_size");
  }

  private static long number(Readers readers, String pragma) {
    return readers.read(statements -> {
      try (ResultSet row = statements.of(pragma).executeQuery()) {
        return row.next() ? row.getLong(1) : 0L;
      }
    });
  }
}
