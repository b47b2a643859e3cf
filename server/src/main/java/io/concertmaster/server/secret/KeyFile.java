package io.concertmaster.server.secret;

import io.concertmaster.model.io.OwnerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's key: 32 bytes in a file of their own, readable for its owner alone.
 *
 * <p>It is looked for where it was named, then among the credentials that systemd hands over
 * ({@code LoadCredential=concertmaster.key:…}), then in the home, where it is made if need be. Who
 * copies the databases of a home should not get the key with them: name another place.
 */
public final class KeyFile {
  private static final int BYTES = 32;

  private KeyFile() {}

  /**
   * The key.
   *
   * @param named where it was said to be
   * @param needed whether something is sealed already, so that another key is none
   * @throws IOException when it cannot be read or made, or others may read it, or it is missing
   *     though it is needed
   */
  public static SecretKey of(Path home, Optional<Path> named, boolean needed) throws IOException {
    if (named.isPresent()) {
      OwnerFile.mustBeOwnersOnly(named.get());
      return read(named.get());
    }
    String handed = System.getenv("CREDENTIALS_DIRECTORY");
    if (handed != null && Files.exists(Path.of(handed, "concertmaster.key"))) {
      return read(Path.of(handed, "concertmaster.key")); // systemd keeps others out
    }
    Path own = home.resolve("server.key");
    if (needed && !Files.exists(own)) {
      throw new IOException(
          "the credentials of this home are sealed, and their key is missing: put it back as "
              + own
              + ", readable for its owner alone, or name it with --key-file. If it is lost, put"
              + " another one of "
              + BYTES
              + " bytes there, and set each credential anew");
    }
    if (!Files.exists(own)) {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      OwnerFile.create(own, key);
    }
    OwnerFile.mustBeOwnersOnly(own);
    return read(own);
  }

  private static SecretKey read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != BYTES) {
      throw new IOException(
          file + " holds no key of " + BYTES + " bytes: make one with 'head -c 32 /dev/urandom'");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
