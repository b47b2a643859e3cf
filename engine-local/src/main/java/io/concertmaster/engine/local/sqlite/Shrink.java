package io.concertmaster.engine.local.sqlite;

import java.sql.ResultSet;
import java.util.concurrent.CompletableFuture;

/** Gives the free pages of a database back to the disk, a few at a time. */
public final class Shrink {
  private static final int PAGES = 256;

  private Shrink() {}

  /** Shrinks a file until few free pages are left, or the thread is interrupted. */
  public static void run(Readers readers, GroupWriter writer) throws InterruptedException {
    long free = number(readers, "PRAGMA freelist_count");
    long before = Long.MAX_VALUE;
    while (free > PAGES && free < before) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      CompletableFuture<Void> written =
          writer.submit(statements -> {
            try (ResultSet page =
                statements.of("PRAGMA incremental_vacuum(" + PAGES + ")").executeQuery()) {
              while (page.next()) {
                // each row is a page that was moved
              }
            }
          });
      written.join();
      before = free;
      free = number(readers, "PRAGMA freelist_count");
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
