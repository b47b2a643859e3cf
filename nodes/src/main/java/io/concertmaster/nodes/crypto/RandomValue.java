package io.concertmaster.nodes.crypto;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Values that nobody can guess. */
final class RandomValue {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST = 1_000_000;

  private RandomValue() {}

  /** A value as the settings want it. */
  static String of(Parameters settings) throws NodeException {
    String kind = settings.text("kind");
    if (kind.equals("uuid")) {
      return UUID.randomUUID().toString();
    }
    long length = settings.wholeNumber("length");
    if (length < 0 || length > MOST) {
      throw new NodeException("“length” must be from 0 to " + MOST).atProperty("length");
    }
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(text(kind, (int) length));
    }
    return text.substring(0, (int) length);
  }

  private static String text(String kind, int length) throws NodeException {
    byte[] bytes = new byte[Math.max(1, length)];
    RANDOM.nextBytes(bytes);
    return switch (kind) {
      case "hex" -> HexFormat.of().formatHex(bytes);
      case "base64" -> Base64.getEncoder().encodeToString(bytes).replaceAll("\\W", "");
      case "ascii" -> {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] &= 0x7F;
        }
        yield new String(bytes, StandardCharsets.US_ASCII);
      }
      default ->
          throw new NodeException("“" + kind + "” is no kind of random value").atProperty("kind");
    };
  }
}
