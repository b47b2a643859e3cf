package io.concertmaster.engine.local.items;

import io.concertmaster.engine.local.sqlite.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The working data of one activation: one temporary file, made when something is first written to
 * it, in which the blocks of all its lists lie. Nothing of it is durable. Used by one thread.
 *
 * <p>Design note. Blocks are neither compressed nor do they name the shapes of their rows, as the
 * chunks of the store do: the shapes stay in memory with the activation, so that a row can be moved
 * from a {@link RowPack} to a {@link ScratchRows} as the bytes that it is. One file for all lists
 * takes one handle however often a sort goes to disk.
 */
public final class ScratchFile implements AutoCloseable {
  /** Records of more different shapes than this are written with the names of their fields. */
  private static final int SHAPES = 4_096;

  private final Path folder;
  private final Shapes shapes = new Shapes(SHAPES);
  private @Nullable Path path;
  private @Nullable RandomAccessFile file;
  private long end;

  /** A file in a folder, which is made where it is not there. */
  public ScratchFile(Path folder) {
    this.folder = folder;
  }

  Shapes shapes() {
    return shapes;
  }

  /**
   * Writes a block; returns where it lies.
   *
   * @throws StoreException when the disk is full or the file cannot be written
   */
  long append(byte[] bytes, int length) {
    try {
      RandomAccessFile open = open();
      open.seek(end);
      open.write(bytes, 0, length);
    } catch (IOException e) {
      throw StoreException.of(path == null ? folder : path, e);
    }
    long start = end;
    end += length;
    return start;
  }

  private RandomAccessFile open() throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      Files.createDirectories(folder);
      Path made = Files.createTempFile(folder, "scratch-", ".items");
      path = made;
      open = new RandomAccessFile(made.toFile(), "rw");
      file = open;
    }
    return open;
  }

  /**
   * Reads a block.
   *
   * @throws StoreException when the file cannot be read
   */
  byte[] read(long start, int length) {
    byte[] bytes = new byte[length];
    try {
      RandomAccessFile open = open();
      open.seek(start);
      open.readFully(bytes);
    } catch (IOException e) {
      throw StoreException.of(path == null ? folder : path, e);
    }
    return bytes;
  }

  /** Deletes the file. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (path != null) {
      Files.deleteIfExists(path);
    }
  }
}
