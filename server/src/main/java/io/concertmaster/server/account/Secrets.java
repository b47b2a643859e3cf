package io.concertmaster.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
