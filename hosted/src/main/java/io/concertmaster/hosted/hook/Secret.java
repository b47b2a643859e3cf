package io.concertmaster.hosted.hook;

import io.concertmaster.model.io.Sha256;
import io.concertmaster.node.data.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may call a webhook, by the trigger's setting and its credential: {@code basicAuth} ({@code
 * user, password}), {@code headerAuth} ({@code name, value}), {@code bearerAuth} ({@code token}),
 * {@code hmacAuth} ({@code secret, header}: SHA-256 of {@code timestamp.body} in hexadecimal, with
 * the header {@code x-timestamp} in seconds), {@code jwtAuth} ({@code secret, publicKey}: {@link
 * SignedToken}). What is not known is refused.
 *
 * <p>Design note. A call is judged twice: by its head, before anything of its body is read, and by
 * the bytes of its body, where they are signed. So who has no secret cannot make the program read,
 * and what is signed is at least of the right form and time before it is read.
 */
final class Secret {
  /** How old a signed call may be, and how far ahead its clock. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String BASIC = "basicAuth";
  private static final String HEADER = "headerAuth";
  private static final String BEARER = "bearerAuth";
  private static final String SIGNED = "hmacAuth";
  private static final String TOKEN = "jwtAuth";
  private static final int SIGNATURES = 100_000;

  /** Shorter secrets are found by chance in what is none. */
  private static final int TELLING = 6;

  /** Signatures that were used within the window, so that none is used twice. */
  private final Map<String, Instant> used = new HashMap<>();

  /** Whether the head of a call brings what is asked for, as far as a head can tell. */
  static boolean fits(String kind, JsonObject credential, HookCall call, Instant now) {
    return switch (kind) {
      case BASIC -> {
        String pair = text(credential, "user") + ":" + text(credential, "password");
        String expected = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        yield pair.length() > 1 && same(expected, brought("Basic", call));
      }
      case HEADER -> {
        String value = text(credential, "value");
        String name = header(kind, credential);
        yield !name.isEmpty() && !value.isEmpty() && same(value, call.header(name).orElse(""));
      }
      case BEARER -> {
        String token = text(credential, "token");
        yield !token.isEmpty() && same(token, brought("Bearer", call));
      }
      case SIGNED ->
          !text(credential, "secret").isEmpty()
              && isInTime(call, now)
              && signature(credential, call).matches("[0-9a-f]{64}");
      case TOKEN -> SignedToken.fits(credential, brought("Bearer", call), now);
      default -> false;
    };
  }

  /**
   * What a caller signs in with, behind the name of how: capitals make no difference in that (RFC
   * 9110, 11.1). Empty where the call brings nothing of the kind.
   */
  private static String brought(String scheme, HookCall call) {
    String given = call.header("authorization").orElse("");
    String begin = scheme + " ";
    return given.regionMatches(true, 0, begin, 0, begin.length())
        ? given.substring(begin.length()).strip()
        : "";
  }

  /** Whether the bytes of the body are signed, where they are to be; each signature fits once. */
  boolean fitsBody(String kind, JsonObject credential, HookCall call, byte[] body, Instant now) {
    if (!kind.equals(SIGNED)) {
      return true;
    }
    if (!isInTime(call, now)) {
      return false; // the body took its time
    }
    String expected = hmac(text(credential, "secret"), call.header("x-timestamp").orElse(""), body);
    return same(expected, signature(credential, call)) && isFresh(expected, now);
  }

  /** The header in which a secret of this kind comes, in small letters. */
  private static String header(String kind, JsonObject credential) {
    return switch (kind) {
      case HEADER -> text(credential, "name").toLowerCase(Locale.ROOT);
      case SIGNED -> {
        String name = text(credential, "header").toLowerCase(Locale.ROOT);
        yield name.isEmpty() ? "x-signature" : name;
      }
      default -> "authorization";
    };
  }

  /**
   * The headers of a call for the data of its run. A secret is for the check alone: the header in
   * which it comes is not kept, nor is another one that has it in it.
   */
  static HookCall withoutSecret(String kind, JsonObject credential, HookCall call) {
    String header = header(kind, credential);
    return call.withholding((name, value) -> name.equals(header) || holds(credential, value));
  }

  /**
   * What is the same when a call is sent again: the SHA-256 of its signature, for the signature
   * itself is not kept. A run that has it for its key begins once, also when the program has
   * forgotten which signatures were used.
   */
  static String mark(String kind, JsonObject credential, HookCall call) {
    return kind.equals(SIGNED) ? Sha256.hex(signature(credential, call)) : "";
  }

  private static boolean holds(JsonObject credential, String value) {
    return Stream.of("password", "value", "token", "secret")
        .map(each -> text(credential, each))
        .anyMatch(each -> each.length() >= TELLING && value.contains(each));
  }

  private static boolean isInTime(HookCall call, Instant now) {
    String stamp = call.header("x-timestamp").orElse("");
    return stamp.matches("\\d{1,12}")
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(stamp)), now)
                .abs()
                .compareTo(WINDOW)
            <= 0;
  }

  private static String signature(JsonObject credential, HookCall call) {
    String given = call.header(header(SIGNED, credential)).orElse("").toLowerCase(Locale.ROOT);
    return given.startsWith("sha256=") ? given.substring(7) : given;
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
