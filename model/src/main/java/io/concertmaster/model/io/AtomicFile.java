package io.concertmaster.model.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/**
 * Replaces a file's content wholly or not at all: the bytes go to a new file beside it, are made
 * durable, and only then take its name. Whoever reads meanwhile sees the old content or the new.
 */
final class AtomicFile {
  private final Opener opener;

  /** Opens the file beside the target; in tests, one that fails in the middle. */
  interface Opener {
    OutputStream open(FileChannel channel) throws IOException;
  }

  AtomicFile() {
    this(Channels::newOutputStream);
  }

  AtomicFile(Opener opener) {
    this.opener = opener;
  }

  /** Puts bytes in the place of a file's content. On failure the file is as it was. */
  void write(Path file, byte[] bytes) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
              FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = opener.open(channel)) {
        out.write(bytes);
        out.flush();
        channel.force(true);
      }
      keepPermissions(target, beside);
      move(beside, target);
    } finally {
      Files.deleteIfExists(beside);
    }
    forceFolder(target);
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null || !Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      view.setPermissions(Files.getPosixFilePermissions(from));
    } catch (NoSuchFileException e) {
      // The target went away a moment ago: there is nothing to keep.
      return;
    }
  }

  private static void move(Path beside, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("it is a folder");
    }
    try {
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Makes the new name durable too. Windows opens no folders: there the file system sees to it. */
  private static void forceFolder(Path target) {
    Path folder = target.getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The content is in place and durable; only the moment at which the name is, is unknown.
      return;
    }
  }
}
