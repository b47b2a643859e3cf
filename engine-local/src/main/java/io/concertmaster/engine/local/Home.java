package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.local.items.Blobs;
import io.concertmaster.engine.local.journal.Journal;
import io.concertmaster.engine.local.sqlite.StoreException;
import io.concertmaster.model.io.IoReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a store, held by one process at a time: it locks {@code lock} and writes its number
 * into {@code pid}, for the message that the second one gets. A crash frees the lock.
 *
 * <p>Design note. On POSIX systems closing any channel of a file frees all locks that the process
 * has on it. A process must therefore never open the lock of a folder that it holds itself; it
 * knows its own folders by a token of chance in {@code pid}, which a stale file of a crashed
 * process with the same number does not have.
 */
final class Home implements AutoCloseable {
  /** No other process has it. */
  private static final String TOKEN = UUID.randomUUID().toString();

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private Home(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  static Path journal(Path folder) {
    return folder.resolve("journal.db");
  }

  static Path items(Path folder) {
    return folder.resolve("items.db");
  }

  Path folder() {
    return folder;
  }

  /** Working data of activations; emptied when the home is taken. */
  Path scratch() {
    return folder.resolve("tmp");
  }

  /**
   * Takes the folder, and makes it where it is not there.
   *
   * @throws EngineException when another process has it, or it cannot be written
   */
  static Home take(Path folder) throws EngineException {
    try {
      Files.createDirectories(folder);
      if (isOurs(folder)) {
        throw held(folder);
      }
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw held(folder);
      }
      Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n" + TOKEN + "\n");
      Home home = new Home(folder, channel, lock);
      home.emptyScratch();
      Restore.finish(folder);
      return home;
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Reason.STORE_FAILED,
          folder + " cannot be used as a home: " + IoReason.of(e) + "; choose another with --home",
          e);
    }
  }

  /**
   * Looks after what a crash left in a folder that nobody has: the logs of the databases.
   *
   * @throws StoreException when they are damaged
   */
  static void mendLogs(Path folder) {
    if (isHeld(folder) || !(isLeft(journal(folder)) || isLeft(items(folder)))) {
      return;
    }
    try (Home home = take(folder)) {
      Journal.file(journal(home.folder())).mended();
      Blobs.file(items(home.folder())).mended();
    } catch (EngineException e) {
      // It cannot be written, or another process has taken it just now.
    }
  }

  /** Whether a crash left something to look after. */
  private static boolean isLeft(Path database) {
    Path folder = Objects.requireNonNull(database.getParent(), "a database lies in a folder");
    Path log = database.resolveSibling(database.getFileName() + "-wal");
    return Files.exists(log) || Restore.isUnderWay(folder);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /** Whether a process has the folder now. */
  static boolean isHeld(Path folder) {
    Path file = folder.resolve("lock");
    if (isOurs(folder)) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = tryLock(channel);
      if (lock == null) {
        return true;
      }
      lock.release();
      return false;
    } catch (IOException e) {
      return false; // a folder that cannot be written is in nobody's hands
    }
  }

  /** What the second process gets to read. */
  static EngineException held(Path folder) {
    return new EngineException(
        EngineException.Reason.STORE_LOCKED,
        folder
            + " is in use by another ConcertMaster (process "
            + holder(folder)
            + "): close that one, or choose another home with --home");
  }

  private static String holder(Path folder) {
    try {
      return Files.readString(folder.resolve("pid")).lines().findFirst().orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** Whether this very process has the folder. */
  private static boolean isOurs(Path folder) {
    try {
      return Files.readString(folder.resolve("pid")).contains(TOKEN);
    } catch (IOException e) {
      return false; // nobody has it, or somebody else
    }
  }

  private void emptyScratch() throws IOException {
    Files.createDirectories(scratch());
    try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch(), "scratch-*.items")) {
      for (Path each : left) {
        Files.deleteIfExists(each);
      }
    }
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(folder.resolve("pid"));
      lock.release();
    } catch (IOException e) {
      System.getLogger(Home.class.getName())
          .log(System.Logger.Level.WARNING, "cannot free " + folder, e);
    }
  }
}
