package io.concertmaster.engine.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class NativeLibraryTest {
  /**
   * Opens a database with the library that the properties name; a second one in a process kills it.
   */
  static final class Opening {
    private Opening() {}

    /** Opens. */
    public static void main(String[] args) throws SQLException {
      DriverManager.getConnection("jdbc:sqlite::memory:").close();
    }
  }

  @Test
  void liesWhereTheDriverLooksForItAndCanBeLoaded(@TempDir Path folder) throws Exception {
    Path file = NativeLibrary.lay(folder.resolve("native"));
    assertThat(file)
        .isEqualTo(folder.resolve("native").resolve(LibraryLoaderUtil.getNativeLibName()));

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.lib.path=" + file.getParent(),
                "-Dorg.sqlite.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName())
            .inheritIO()
            .start();

    assertThat(process.waitFor()).isZero();
    try (Stream<Path> unpacked = Files.list(folder)) {
      assertThat(unpacked).containsExactly(file.getParent());
    }
  }

  @Test
  void takesThePlaceOfAnEarlierOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(LibraryLoaderUtil.getNativeLibName()), "old");
    assertThat(Files.size(NativeLibrary.lay(folder))).isGreaterThan(100_000);
  }
}
