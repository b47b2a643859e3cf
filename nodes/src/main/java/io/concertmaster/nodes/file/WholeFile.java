package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes a file as a whole: it is there completely or not at all.
 *
 * <p>Design note. The bytes go to a hidden file beside the target, are forced to the disk, and only
 * then take the target's name: by an atomic move where they replace a file, by a hard link where
 * nothing may be replaced (a move would replace silently on POSIX systems). The hidden file's name
 * comes from the activation's key, so that a try after a crash writes over what the last one left.
 * A try that finds its own finished file under the target's name cannot tell it from another with
 * the same bytes, and need not: the outcome asked for is there.
 */
final class WholeFile {
  private final Path target;
  private final Path part;

  /**
   * @param key names this writing: the same for each try
   */
  WholeFile(Path target, String key) throws IOException {
    // A link keeps pointing where it points; what it points at gets the bytes.
    this.target = Files.isSymbolicLink(target) ? target.toRealPath() : target;
    String mark = Integer.toHexString(key.hashCode());
    this.part = this.target.resolveSibling("." + this.target.getFileName() + "." + mark + ".part");
  }

  /** Puts the content under the target's name, in place of what is there. */
  void replace(Content content) throws NodeException, IOException {
    writePart(content);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    forceFolder();
  }

  /**
   * Puts the content under the target's name, where nothing or the same content is.
   *
   * @throws NodeException when something else is there
   */
  void create(Content content) throws NodeException, IOException {
    if (Files.exists(target)) {
      demandSame(content);
      return;
    }
    writePart(content);
    try {
      link();
    } catch (FileAlreadyExistsException e) {
      demandSame(content);
    } finally {
      Files.deleteIfExists(part);
    }
    forceFolder();
  }

  private void link() throws IOException {
    try {
      Files.createLink(target, part);
    } catch (UnsupportedOperationException e) {
      // No hard links here (FAT, some network drives): the check and the move are two steps.
      if (Files.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(part, target);
    }
  }

  private void writePart(Content content) throws NodeException, IOException {
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        InputStream bytes = content.open()) {
      bytes.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    } catch (IOException | NodeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /** Makes the new name last through a power cut, where the system can. */
  private void forceFolder() {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders; NTFS journals names by itself.
    }
  }

  private void demandSame(Content content) throws NodeException, IOException {
    if (Files.size(target) != content.size() || !sameBytes(content)) {
      throw new NodeException(
              "“"
                  + target
                  + "” is there already, with other content: choose another path, or replace it")
          .atProperty("path");
    }
  }

  private boolean sameBytes(Content content) throws NodeException, IOException {
    byte[] wanted = new byte[1 << 16];
    byte[] present = new byte[1 << 16];
    try (InputStream a = content.open();
        InputStream b = Files.newInputStream(target)) {
      while (true) {
        int read = a.readNBytes(wanted, 0, wanted.length);
        int other = b.readNBytes(present, 0, present.length);
        if (!ByteBuffer.wrap(wanted, 0, read).equals(ByteBuffer.wrap(present, 0, other))) {
          return false;
        }
        if (read == 0) {
          return true;
        }
      }
    }
  }
}
