package io.concertmaster.benchmarks;

import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is deleted with all that is in it. */
record TemporaryFolder(Path path) implements AutoCloseable {
  static TemporaryFolder make() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("concertmaster-bench-"));
  }

  @Override
  public void close() throws IOException {
    FolderTree.delete(path);
  }
}
