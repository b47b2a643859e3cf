package io.concertmaster.engine.local.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library for this machine, laid beside the program when that is built. Started
 * with {@code -Dorg.sqlite.lib.path} and {@code -Dorg.sqlite.tmpdir} on its folder the program
 * loads it from there; without them the driver unpacks it at every start and looks through the
 * folder of temporary files for old ones, for a tenth of a second.
 */
public final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Lays it into a folder.
   *
   * @param args the folder; it is made where it is missing
   * @throws IOException when the driver has none for this machine, or it cannot be written
   */
  public static void main(String[] args) throws IOException {
    lay(Path.of(args[0]));
  }

  /** Lays it into a folder; the file. */
  static Path lay(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the driver of SQLite has no " + resource);
      }
      Path file = Files.createDirectories(folder).resolve(name);
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    }
  }
}
