package io.concertmaster.server.account;

import io.concertmaster.model.io.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens as text: made by chance of 256 bits, known by their hash. */
final class Secrets {
  /** What every token begins with, so that scanners of leaked secrets find it. */
  static final String PREFIX = "cm_";

  /** What the secret of a session begins with: it is no token, and a token is none. */
  static final String SESSION_PREFIX = "cs_";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new token. */
  static String token() {
    return secret(PREFIX);
  }

  /** The secret of a new session. */
  static String session() {
    return secret(SESSION_PREFIX);
  }

  private static String secret(String prefix) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A short name for a new token. */
  static String id() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** SHA-256 in hexadecimal; enough for what was made by chance. */
  static String hash(String token) {
    return Sha256.hex(token);
  }
}
