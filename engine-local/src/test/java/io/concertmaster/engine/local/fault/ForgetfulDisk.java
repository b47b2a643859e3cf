package io.concertmaster.engine.local.fault;

import io.concertmaster.model.io.FolderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A disk that forgets what was not synced: a library in C that is preloaded into a program and
 * keeps the folder that would be left after a power cut ({@code src/test/c/powercut.c}).
 *
 * <p>Design note. SQLite writes by the C library, and the JDBC driver hides its functions, so that
 * a layer in Java cannot come between; the preloaded library sees the very calls that reach the
 * kernel. It needs Linux and a C compiler; where they are missing the proof is left out.
 *
 * @param library the compiled library
 * @param folder that programs use
 * @param copy what would be left of it
 */
record ForgetfulDisk(Path library, Path folder, Path copy) {
  /** Of a hundred writes so many reach the disk before they are synced. */
  private static final int EARLY = 30;

  /** Compiles the library; empty where that cannot be done here. */
  static Optional<Path> library(Path target) throws IOException, InterruptedException {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.empty();
    }
    Path source = source();
    Path library = target.resolve("powercut.so");
    ProcessBuilder compiler =
        new ProcessBuilder(
                "cc",
                "-shared",
                "-fPIC",
                "-O1",
                "-o",
                library.toString(),
                source.toString(),
                "-ldl",
                "-lpthread")
            .redirectErrorStream(true);
    try {
      Process process = compiler.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("cc cannot compile " + source + ": " + said);
      }
      return Optional.of(library);
    } catch (IOException e) {
      if (e.getMessage() != null && e.getMessage().startsWith("cc ")) {
        throw e;
      }
      return Optional.empty(); // there is no compiler
    }
  }

  private static Path source() {
    Path here = Path.of("src", "test", "c", "powercut.c");
    return Files.exists(here) ? here : Path.of("engine-local").resolve(here);
  }

  /** The environment of a program whose folder is on this disk. */
  Map<String, String> environment(int seed) {
    return Map.of(
        "LD_PRELOAD",
        library.toAbsolutePath().toString(),
        "POWERCUT_FROM",
        folder.toString(),
        "POWERCUT_TO",
        copy.toString(),
        "POWERCUT_EARLY",
        String.valueOf(EARLY),
        "POWERCUT_SEED",
        String.valueOf(seed));
  }

  /** After a cut, when its program is dead: the folder holds what the disk held. */
  void restart() throws IOException {
    FolderTree.delete(folder);
    Files.createDirectory(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(copy, "*.db*")) {
      for (Path each : files) {
        Files.copy(each, folder.resolve(each.getFileName()));
      }
    }
  }
}
