package io.concertmaster.server;

import io.concertmaster.model.io.IoReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** One server for a home: held from before its store is touched until after. A crash frees it. */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  static HomeLock take(Path home) throws ServerException {
    try {
      makeFolder(home);
      FileChannel channel =
          FileChannel.open(
              home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new ServerException(
            "another server uses " + home + ": stop that one, or choose another home with --home");
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new ServerException(
          home + " cannot be used as a home: " + IoReason.of(e) + "; choose another with --home",
          e);
    }
  }

  /**
   * A home that is new can be looked into by its owner alone; of one that is there nothing changes.
   */
  private static void makeFolder(Path home) throws IOException {
    if (Files.isDirectory(home)) {
      return;
    }
    Files.createDirectories(home);
    PosixFileAttributeView rights = Files.getFileAttributeView(home, PosixFileAttributeView.class);
    if (rights != null) {
      rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      System.getLogger(HomeLock.class.getName())
          .log(System.Logger.Level.DEBUG, "the lock of the home was not freed cleanly", e);
    }
  }
}
