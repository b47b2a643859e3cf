package io.concertmaster.designer.listen;

import io.concertmaster.model.io.OwnerFile;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * {@code listening.json} in the home folder: the port, so that addresses stay what they are from
 * start to start, and the key by which pages are signed, so that links hold. Only its owner may
 * read it. Where it cannot be kept, addresses hold until the window closes.
 *
 * @param port the port on which the window listens
 * @param key 64 hexadecimal digits
 */
record DoorFile(int port, String key) {
  private static final System.Logger LOG = System.getLogger(DoorFile.class.getName());
  private static final String NAME = "listening.json";

  /** Where nobody chose another: of no known program, and below those that systems give away. */
  private static final int PORT = 27_430;

  DoorFile {
    if (port < 1 || port > 65_535 || !key.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a port, and a key of 32 bytes");
    }
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(key);
  }

  /** What is kept in a home; fresh and kept from now on where nothing is. */
  static DoorFile of(Path home) {
    try {
      JsonObject kept = Json.parseObject(Files.readString(home.resolve(NAME)));
      if (kept.get("port") instanceof Long port && kept.get("key") instanceof String key) {
        return new DoorFile(port.intValue(), key);
      }
    } catch (NoSuchFileException e) {
      // The first time.
    } catch (IOException | JsonException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, NAME + " cannot be read and is made anew", e);
    }
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    DoorFile fresh = new DoorFile(PORT, HexFormat.of().formatHex(key));
    fresh.keep(home);
    return fresh;
  }

  DoorFile withPort(int other) {
    return new DoorFile(other, key);
  }

  /** Writes it: beside its place first. */
  void keep(Path home) {
    try {
      String text = Json.writePretty(JsonObject.of("port", (long) port, "key", key));
      OwnerFile.replace(home.resolve(NAME), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, NAME + " cannot be written", e);
    }
  }
}
