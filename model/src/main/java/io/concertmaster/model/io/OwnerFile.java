package io.concertmaster.model.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner may read (0600), from the moment it is there. */
public final class OwnerFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private OwnerFile() {}

  /**
   * Writes a new file, durable on return, and the folders above it that are missing.
   *
   * @throws IOException when there is one already, or it cannot be written
   */
  public static void create(Path file, byte[] bytes) throws IOException {
    Path folder = parent(file);
    Files.createDirectories(folder);
    boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    FileAttribute<?>[] rights =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    try (SeekableByteChannel channel = Files.newByteChannel(file, options, rights)) {
      channel.write(ByteBuffer.wrap(bytes));
    }
  }

  /** The same, of a line of text. */
  public static void create(Path file, String line) throws IOException {
    create(file, (line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Writes a file anew: beside it first, then in its place. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    create(beside, bytes);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Refuses a file that others may read.
   *
   * @throws IOException when they may
   */
  public static void mustBeOwnersOnly(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return; // a system without such rights
    }
    Set<PosixFilePermission> rights = view.readAttributes().permissions();
    if (!OWNER_ONLY.containsAll(rights)) {
      throw new IOException(
          file + " may be read by others than its owner: run 'chmod 600 " + file + "'");
    }
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a file lies in a folder");
    }
    return parent;
  }
}
