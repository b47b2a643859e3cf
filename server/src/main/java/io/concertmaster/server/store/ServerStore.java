package io.concertmaster.server.store;

import io.concertmaster.engine.local.machine.Machine;
import io.concertmaster.engine.local.sqlite.GroupWriter;
import io.concertmaster.engine.local.sqlite.Readers;
import io.concertmaster.engine.local.sqlite.SqliteFile;
import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.engine.local.sqlite.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code server.db}. Questions are asked on its reading threads and changes made on its
 * writing thread; callers wait, and what they were told is durable.
 */
public final class ServerStore implements AutoCloseable {
  /** The file in its home. */
  public static final String NAME = "server.db";

  private final GroupWriter writer;
  private final Readers readers;
  private final AtomicLong liveChanges = new AtomicLong();

  private ServerStore(GroupWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** A change that tells something; it may be tried more than once. */
  @FunctionalInterface
  interface Change<T> {
    T make(Statements statements) throws SQLException;
  }

  /**
   * Opens the store of a home, or makes it.
   *
   * @throws StoreException when it cannot be opened
   */
  public static ServerStore open(Path home) {
    SqliteFile file = file(home.resolve(NAME)).mended();
    GroupWriter writer = new GroupWriter(file, () -> {});
    return new ServerStore(writer, new Readers(file, 2));
  }

  private static SqliteFile file(Path path) {
    return new SqliteFile(
        Machine.THIS,
        path,
        4_096,
        List.of("server-1.sql", "server-2.sql", "server-3.sql", "server-4.sql", "server-5.sql"),
        ServerStore.class);
  }

  /**
   * Copies the store of a home as it is at one moment, whoever has it open, and looks through the
   * copy.
   *
   * @param copy a file that is not there yet
   * @throws StoreException when it cannot be copied, or the copy is damaged
   */
  public static void copy(Path home, Path copy) {
    file(home.resolve(NAME)).copyTo(copy);
    check(copy);
  }

  /**
   * Looks through a store that nobody has open.
   *
   * @throws StoreException when it is damaged
   */
  public static void check(Path store) {
    file(store).check();
  }

  /** Asks. */
  <T> T read(Readers.Query<T> query) {
    return readers.read(query);
  }

  /** Changes something, and waits until that is durable. */
  <T> T write(Change<T> change) {
    AtomicReference<@Nullable T> told = new AtomicReference<>();
    try {
      writer.submit(statements -> told.set(change.make(statements))).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException failure) {
        throw failure;
      }
      throw e;
    }
    T value = told.get();
    if (value == null) {
      throw new IllegalStateException("a change told nothing");
    }
    return value;
  }

  /** The same, where it may be something else that is live afterwards. */
  <T> T writeLive(Change<T> change) {
    try {
      return write(change);
    } finally {
      liveChanges.incrementAndGet();
    }
  }

  /** How often what is live may have changed since the store was opened. */
  public long liveChanges() {
    return liveChanges.get();
  }

  /** Changes something some time soon; what goes wrong is logged. */
  void writeLater(GroupWriter.Write change) {
    var _ =
        writer
            .submit(change)
            .exceptionally(e -> {
              System.getLogger(ServerStore.class.getName())
                  .log(System.Logger.Level.WARNING, "something was not written: " + e.getMessage());
              return null;
            });
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
