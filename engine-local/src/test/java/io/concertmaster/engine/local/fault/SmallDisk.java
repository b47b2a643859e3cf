package io.concertmaster.engine.local.fault;

import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk in memory that is small, and can be filled and emptied. It needs the right to mount. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one on a folder; empty where that is not allowed. */
  static Optional<SmallDisk> mount(Path folder, int megabytes) throws Exception {
    Files.createDirectories(folder);
    String size = "size=" + megabytes + "m";
    return call("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())
        ? Optional.of(new SmallDisk(folder))
        : Optional.empty();
  }

  Path folder() {
    return folder;
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  /** Writes until nothing more fits. */
  void fill() throws IOException {
    byte[] block = new byte[64 * 1024];
    Path part = Files.createTempFile(Files.createDirectories(ballast()), "ballast", "");
    try (OutputStream out = Files.newOutputStream(part)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // That is what was wanted.
    }
  }

  /** Makes room again. */
  void empty() throws IOException {
    if (Files.exists(ballast())) {
      FolderTree.delete(ballast());
    }
  }

  private static boolean call(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      call("umount", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
