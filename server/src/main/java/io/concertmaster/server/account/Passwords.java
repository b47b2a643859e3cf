package io.concertmaster.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id with three passes, a third of a second with the 64 MB of a server.
 * One at a time, since each needs its memory.
 */
final class Passwords {
  private static final int PASSES = 3;
  private static final int LANES = 1;
  private static final int BYTES = 32;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([\\w+/]+)\\$([\\w+/]+)");

  private final SecureRandom random = new SecureRandom();
  private final Semaphore one = new Semaphore(1, true);
  private final int memory;
  private final String nobodys;

  /**
   * Hashes passwords.
   *
   * @param memory kilobytes for one hash
   */
  Passwords(int memory) {
    this.memory = memory;
    // As costly to check as anybody's, so that time does not tell which accounts there are.
    nobodys = text(memory, PASSES, LANES, new byte[16], new byte[BYTES]);
  }

  /** A hash of a password, with all that checking needs. */
  String hash(String password) throws InterruptedException {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return text(memory, PASSES, LANES, salt, argon(password, salt, memory, PASSES, LANES, BYTES));
  }

  /** Whether a password is the one of a hash. */
  boolean matches(String password, String hash) throws InterruptedException {
    Matcher parts = PHC.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] actual =
        argon(
            password,
            salt,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, actual);
  }

  /** Takes as long as checking, and never matches. */
  boolean matchesNobody(String password) throws InterruptedException {
    matches(password, nobodys);
    return false;
  }

  private byte[] argon(
      String password, byte[] salt, int kilobytes, int passes, int lanes, int length)
      throws InterruptedException {
    one.acquire();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(kilobytes)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      one.release();
    }
  }

  private static String text(int kilobytes, int passes, int lanes, byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + kilobytes
        + ",t="
        + passes
        + ",p="
        + lanes
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }
}
