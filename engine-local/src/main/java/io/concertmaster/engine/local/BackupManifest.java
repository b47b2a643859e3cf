package io.concertmaster.engine.local;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.model.io.Sha256;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file {@code backup.json}: which files a backup has, and the SHA-256 of each. */
public final class BackupManifest {
  private static final String NAME = "backup.json";
  private static final long FORMAT = 1;

  private BackupManifest() {}

  /** Writes it for the files of a folder, and makes all of them durable. */
  public static void write(Path folder, Instant made) throws IOException {
    JsonObject.Builder files = JsonObject.builder();
    for (Path each : Folders.files(folder)) {
      files.put(each.getFileName().toString(), sha256(each));
    }
    Files.writeString(
        folder.resolve(NAME),
        Json.writePretty(
            JsonObject.of("format", FORMAT, "made", made.toString()).with("files", files.build())));
    Folders.sync(folder);
  }

  /**
   * Holds the files of a folder against it.
   *
   * @param needed names of files without which it is no backup
   * @return the names of the files
   * @throws EngineException when the folder is no backup, or a file is not what was written
   */
  public static List<String> check(Path folder, List<String> needed) throws EngineException {
    JsonObject files = read(folder);
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      boolean plain = Path.of(name).getNameCount() == 1 && !name.equals("..");
      if (!plain || !Files.isRegularFile(file) || !matches(file, files.get(name))) {
        throw new EngineException(
            Reason.STORE_FAILED,
            "the backup " + folder + " is damaged: " + name + " is not what was written");
      }
    }
    if (!files.keySet().containsAll(needed)) {
      throw new EngineException(Reason.STORE_FAILED, "the backup " + folder + " is not whole");
    }
    return List.copyOf(files.keySet());
  }

  private static boolean matches(Path file, @Nullable Object sum) throws EngineException {
    try {
      return sha256(file).equals(sum);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static JsonObject read(Path folder) throws EngineException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new EngineException(
          Reason.STORE_FAILED,
          folder + " is no backup: choose a folder that 'concertmaster backup' made");
    }
    try {
      JsonObject json = Json.parseObject(Files.readString(file));
      if (json.get("format") instanceof Long format
          && format == FORMAT
          && json.get("files") instanceof JsonObject files) {
        return files;
      }
      throw new EngineException(
          Reason.STORE_FAILED,
          "the backup " + folder + " is of a form that this version does not know");
    } catch (IOException | JsonException e) {
      throw unreadable(file, e);
    }
  }

  private static EngineException unreadable(Path file, Exception e) {
    return new EngineException(Reason.STORE_FAILED, file + " cannot be read: " + e.getMessage(), e);
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest sha = Sha256.begin();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha.digest());
  }
}
