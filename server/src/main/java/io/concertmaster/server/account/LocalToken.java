package io.concertmaster.server.account;

import io.concertmaster.model.io.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The token of the machine's owner: it lies in the home, readable for its owner alone, and is good
 * for connections from this machine only. Whoever can read it could change the store itself.
 */
public final class LocalToken {
  private static final String NAME = "server.token";

  private final String hash;

  private LocalToken(String hash) {
    this.hash = hash;
  }

  /** Where it lies in a home. */
  public static Path file(Path home) {
    return home.resolve(NAME);
  }

  /**
   * The token of a home, made where there is none.
   *
   * @throws IOException when it cannot be written, or others may read it
   */
  public static LocalToken of(Path home) throws IOException {
    Path file = file(home);
    if (!Files.exists(file)) {
      OwnerFile.create(file, Secrets.token());
    }
    OwnerFile.mustBeOwnersOnly(file);
    String token = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!token.startsWith(Secrets.PREFIX) || token.length() < 40) {
      throw new IOException(file + " holds no token: delete it, and a new one is made");
    }
    return new LocalToken(Secrets.hash(token));
  }

  /** Whether a hash is that of the token. */
  boolean is(String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
