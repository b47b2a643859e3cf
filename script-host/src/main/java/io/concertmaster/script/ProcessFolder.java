package io.concertmaster.script;

import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The folder in which the processes of one pool live, among the temporary files. It is deleted when
 * the pool closes; what a killed program left behind, the next one deletes. A lock, which the
 * system gives up with the program, says whose folder is in use.
 */
final class ProcessFolder implements AutoCloseable {
  private static final String NAME = "concertmaster-scripts";
  private static final String LOCK = "in-use";

  /** A younger one may be in use, and its lock not taken yet. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private final Path lives;
  private final FileChannel lock;

  private ProcessFolder(Path lives, FileChannel lock) {
    this.lives = lives;
    this.lock = lock;
  }

  /**
   * A new one; those that nobody uses any more are deleted.
   *
   * @param among an existing folder
   */
  static ProcessFolder in(Path among) throws IOException {
    sweep(among);
    Path lives = Files.createTempDirectory(among, NAME);
    FileChannel lock = open(lives);
    if (lock.tryLock() == null) {
      lock.close();
      throw new IOException("another program has taken the new folder " + lives);
    }
    return new ProcessFolder(lives, lock);
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  Path path() {
    return lives;
  }

  private static void sweep(Path among) {
    Instant old = Instant.now().minus(YOUNG);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(among, NAME + "*")) {
      for (Path each : folders) {
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
          deleteUnlessUsed(each);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      tell(e);
    }
  }

  private static void deleteUnlessUsed(Path folder) {
    try {
      if (!isUsed(folder)) {
        FolderTree.delete(folder);
      }
    } catch (IOException e) {
      tell(e);
    }
  }

  private static boolean isUsed(Path folder) throws IOException {
    try (FileChannel lock = open(folder)) {
      return lock.tryLock() == null;
    } catch (OverlappingFileLockException usedByThisProgram) {
      return true;
    }
  }

  /** It is somebody else's, or another program just deleted it: nothing depends on it. */
  private static void tell(Exception e) {
    System.getLogger(ProcessFolder.class.getName())
        .log(System.Logger.Level.DEBUG, "a folder of scripts stays behind", e);
  }

  /** Deletes it; where the system keeps that from happening, the next program does. */
  @Override
  public void close() throws IOException {
    lock.close();
    FolderTree.delete(lives);
  }
}
