package io.concertmaster.n8n;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Workflows that people published. They are not part of the repository: the system property {@code
 * concertmaster.shared} names the folder in which they lie as {@code wild}; without it tests skip.
 */
public final class WildFiles {
  private WildFiles() {}

  /** All of them, in a fixed order. */
  public static List<Path> all() {
    Path folder = Path.of(System.getProperty("concertmaster.shared", "../../shared"), "wild");
    assumeTrue(Files.isDirectory(folder), () -> "there are no published workflows in " + folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a file holds. */
  public static JsonObject object(Path file) {
    try {
      return Json.parseObject(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
