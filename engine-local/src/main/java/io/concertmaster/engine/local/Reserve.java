package io.concertmaster.engine.local;

import io.concertmaster.engine.local.run.Room;
import io.concertmaster.engine.local.sqlite.FreeSpace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A file that holds room on the disk. When the disk is full it is given up: SQLite needs room to
 * fold its log into the file, and what is under way needs room to be recorded. It is taken back
 * before the next run starts.
 */
final class Reserve implements Room {
  private static final int BLOCK = 1024 * 1024;

  /** What must be free besides, before anything begins again. */
  private static final int SPARE = 2 * BLOCK;

  private final Path folder;
  private final Path file;
  private final long size;
  private final Function<Path, OptionalLong> free;
  private volatile boolean givenUp;

  Reserve(Path folder, long size) {
    this(folder, size, FreeSpace::of);
  }

  /**
   * A reserve in a folder.
   *
   * @param free how many bytes a folder's disk has left; empty where that is not known, and then
   *     writing shows it
   */
  Reserve(Path folder, long size, Function<Path, OptionalLong> free) {
    this.folder = folder;
    this.file = folder.resolve("reserve");
    this.size = size;
    this.free = free;
  }

  @Override
  public boolean isShort() {
    return givenUp;
  }

  @Override
  public String why() {
    return "the disk of "
        + folder
        + " is full: free some space, and the run goes on, or can be resumed";
  }

  @Override
  public synchronized boolean hold() {
    try {
      if (!givenUp && (size == 0 || (Files.exists(file) && Files.size(file) == size))) {
        return true;
      }
      if (free.apply(folder).orElse(Long.MAX_VALUE) < size + SPARE) {
        return false;
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        byte[] block = new byte[BLOCK]; // written, not just sized: a hole would hold nothing
        for (long left = size; left > 0; left -= BLOCK) {
          out.write(block, 0, (int) Math.min(BLOCK, left));
        }
      }
      givenUp = false;
      return true;
    } catch (IOException e) {
      giveUp();
      return false;
    }
  }

  /** Frees the room. */
  synchronized void giveUp() {
    givenUp = true;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(Reserve.class.getName())
          .log(System.Logger.Level.WARNING, "cannot free " + file, e);
    }
  }
}
