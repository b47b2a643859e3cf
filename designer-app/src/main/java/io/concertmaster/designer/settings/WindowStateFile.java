package io.concertmaster.designer.settings;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code designer.json} in the home folder. A lost or damaged one costs comfort, never work. */
public final class WindowStateFile {
  private static final System.Logger LOG = System.getLogger(WindowStateFile.class.getName());

  private final Path file;

  /** In a home folder. */
  public WindowStateFile(Path home) {
    this.file = home.resolve("designer.json");
  }

  /** How the window was left; fresh where nobody knows. */
  public WindowState load() {
    try {
      return WindowState.fromJson(Json.parseObject(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return WindowState.fresh();
    } catch (IOException | JsonException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} cannot be read, the window starts fresh: {1}",
          file,
          e.getMessage());
      return WindowState.fresh();
    }
  }

  /** Writes a state: beside the file first, then in its place. */
  public void save(WindowState state) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(beside, Json.writePretty(state.toJson()));
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} cannot be written, the window forgets its place: {1}",
          file,
          e.getMessage());
    }
  }
}
