package io.concertmaster.engine.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class NativeLibraryTest {
  @Test
  @SuppressWarnings("restricted") // that it can be loaded is what is asked
  void liesWhereTheDriverLooksForItAndCanBeLoaded(@TempDir Path folder) throws IOException {
    Path file = NativeLibrary.lay(folder.resolve("native"));
    assertThat(file)
        .isEqualTo(folder.resolve("native").resolve(LibraryLoaderUtil.getNativeLibName()));
    assertThatCode(() -> System.load(file.toString())).doesNotThrowAnyException();
  }

  @Test
  void takesThePlaceOfAnEarlierOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(LibraryLoaderUtil.getNativeLibName()), "old");
    assertThat(Files.size(NativeLibrary.lay(folder))).isGreaterThan(100_000);
  }
}
