package io.concertmaster.hosted.hook;

import io.concertmaster.node.data.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may call a webhook, by the trigger's setting and its credential: {@code basicAuth} ({@code
 * user, password}), {@code headerAuth} ({@code name, value}), {@code bearerAuth} ({@code token}),
 * {@code hmacAuth} ({@code secret, header}: SHA-256 of {@code timestamp.body} in hexadecimal, with
 * the header {@code x-timestamp} in seconds). What is not known is refused.
 */
final class Secret {
  /** How old a signed call may be, and how far ahead its clock. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final int SIGNATURES = 100_000;

  /** Signatures that were used within the window, so that none is used twice. */
  private final Map<String, Instant> used = new HashMap<>();

  /** Whether a call brings what is asked for. */
  boolean fits(String kind, JsonObject credential, HookCall call, Instant now) {
    return switch (kind) {
      case "basicAuth" -> {
        String pair = text(credential, "user") + ":" + text(credential, "password");
        String expected =
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        yield pair.length() > 1 && same(expected, call.header("authorization").orElse(""));
      }
      case "headerAuth" -> {
        String name = text(credential, "name").toLowerCase(java.util.Locale.ROOT);
        String value = text(credential, "value");
        yield !name.isEmpty() && !value.isEmpty() && same(value, call.header(name).orElse(""));
      }
      case "bearerAuth" -> {
        String token = text(credential, "token");
        yield !token.isEmpty() && same("Bearer " + token, call.header("authorization").orElse(""));
      }
      case "hmacAuth" -> isSigned(credential, call, now);
      default -> false;
    };
  }

  private boolean isSigned(JsonObject credential, HookCall call, Instant now) {
    String secret = text(credential, "secret");
    String name = text(credential, "header").toLowerCase(java.util.Locale.ROOT);
    String given = call.header(name.isEmpty() ? "x-signature" : name).orElse("");
    String stamp = call.header("x-timestamp").orElse("");
    if (secret.isEmpty() || !stamp.matches("\\d{1,12}")) {
      return false;
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(stamp));
    if (Duration.between(at, now).abs().compareTo(WINDOW) > 0) {
      return false;
    }
    String expected = hmac(secret, stamp, call.body());
    String bare = given.startsWith("sha256=") ? given.substring(7) : given;
    return same(expected, bare.toLowerCase(java.util.Locale.ROOT)) && isFresh(expected, now);
  }

  private synchronized boolean isFresh(String signature, Instant now) {
    if (used.size() > SIGNATURES) {
      used.values().removeIf(at -> at.isBefore(now.minus(WINDOW.multipliedBy(2))));
    }
    return used.putIfAbsent(signature, now) == null;
  }

  private static String hmac(String secret, String stamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((stamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof String text ? text : "";
  }

  /** Compares in a time that says nothing about where texts differ. */
  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
