package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work on a store as a whole, one at a time over all processes: while a backup is made nothing is
 * taken away.
 */
final class Maintenance implements AutoCloseable {
  /** Of this process: a second channel of the same file would free the first one's lock. */
  private static final ReentrantLock ONE = new ReentrantLock();

  private final FileChannel channel;

  private Maintenance(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Begins.
   *
   * @throws EngineException when other such work is under way, or the folder cannot be written
   */
  static Maintenance begin(Path home) throws EngineException {
    if (!ONE.tryLock()) {
      throw busy(home);
    }
    try {
      FileChannel channel =
          FileChannel.open(
              home.resolve("maintenance"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock != null) {
        return new Maintenance(channel);
      }
      channel.close();
      ONE.unlock();
      throw busy(home);
    } catch (IOException e) {
      ONE.unlock();
      throw new EngineException(
          EngineException.Reason.STORE_FAILED, home + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static EngineException busy(Path home) {
    return new EngineException(
        EngineException.Reason.STORE_LOCKED,
        "a backup of " + home + " is being made, or runs are being taken away: try again after it");
  }

  @Override
  public void close() {
    try (channel) {
      ONE.unlock();
    } catch (IOException e) {
      System.getLogger(Maintenance.class.getName())
          .log(System.Logger.Level.WARNING, "a lock is not freed", e);
    }
  }
}
