package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {
  @TempDir Path among;

  /** A folder with something in it, as old as this. */
  private Path folder(String name, Duration age) throws IOException {
    Path folder = Files.createDirectories(among.resolve(name));
    Files.createDirectories(folder.resolve(".cache/library"));
    Files.writeString(folder.resolve(".cache/library/it"), "it");
    return old(folder, age);
  }

  private static Path old(Path folder, Duration age) throws IOException {
    return Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void nothingStaysBehindWhenItIsClosed() throws Exception {
    ProcessFolder folder = ProcessFolder.in(among);
    Files.createDirectories(folder.path().resolve(".cache/library"));
    Files.writeString(folder.path().resolve(".cache/library/it"), "it");
    folder.close();
    assertThat(among).isEmptyDirectory();
  }

  @Test
  void whatAKilledProgramLeftIsDeletedAndNothingElse() throws Exception {
    Path left = folder("concertmaster-scripts1", Duration.ofHours(1));
    Path young = folder("concertmaster-scripts2", Duration.ZERO);
    Path other = folder("concertmaster", Duration.ofHours(1));
    try (ProcessFolder used = ProcessFolder.in(among)) {
      assertThat(left).doesNotExist();
      old(used.path(), Duration.ofHours(1));
      try (ProcessFolder another = ProcessFolder.in(among)) {
        assertThat(among)
            .isDirectoryNotContaining(left::equals)
            .isDirectoryContaining(used.path()::equals)
            .isDirectoryContaining(another.path()::equals);
      }
      assertThat(used.path()).exists();
    }
    assertThat(young.resolve(".cache/library/it")).exists();
    assertThat(other.resolve(".cache/library/it")).exists();
  }

  @Test
  void aFolderThatAnotherProgramUsesStays() throws Exception {
    try (ProcessFolder folder = ProcessFolder.in(among)) {
      String held = "the lock of " + folder.path();
      assertThat(heldElsewhere(folder.path())).as(held).isTrue();
    }
  }

  /** Whether another program finds the lock taken. */
  private static boolean heldElsewhere(Path folder) throws Exception {
    String source =
        """
        import java.nio.channels.FileChannel;
        import java.nio.file.*;
        void main(String[] of) throws Exception {
          try (var lock = FileChannel.open(Path.of(of[0]), StandardOpenOption.WRITE)) {
            System.exit(lock.tryLock() == null ? 7 : 0);
          }
        }
        """;
    Path file = Files.writeString(folder.resolve("Look.java"), source);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process look =
        new ProcessBuilder(java.toString(), file.toString(), folder.resolve("in-use").toString())
            .inheritIO()
            .start();
    return look.waitFor() == 7;
  }
}
