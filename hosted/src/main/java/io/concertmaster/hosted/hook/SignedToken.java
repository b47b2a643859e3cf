package io.concertmaster.hosted.hook;

import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonException;
import io.concertmaster.node.data.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that say who signed them (JWT, RFC 7519): with HS256 by a credential's {@code secret},
 * with RS256 by the private half of its {@code publicKey}. The token never says which of the two is
 * believed: each algorithm has a field of its own.
 */
final class SignedToken {
  /** Larger tokens are none. */
  private static final int LONGEST = 16_384;

  /** So far another clock may be ahead, in seconds. */
  private static final long AHEAD = 60;

  private SignedToken() {}

  /**
   * Whether a token is signed so that a credential believes it, and holds now.
   *
   * @param credential {@code secret}, {@code publicKey} in PEM, or both
   */
  static boolean fits(JsonObject credential, String token, Instant now) {
    String[] parts = token.split("\\.", -1);
    if (token.length() > LONGEST || parts.length != 3) {
      return false;
    }
    try {
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      JsonObject head = object(parts[0]);
      return !head.containsKey("crit")
          && isSigned(String.valueOf(head.get("alg")), credential, signed, signature)
          && holds(object(parts[1]), now.getEpochSecond());
    } catch (IllegalArgumentException | JsonException | GeneralSecurityException e) {
      return false; // no token, or no key: nobody is let in by that
    }
  }

  private static JsonObject object(String part) throws JsonException {
    String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    return Json.parseObject(text);
  }

  private static boolean isSigned(
      String algorithm, JsonObject credential, byte[] signed, byte[] signature)
      throws GeneralSecurityException {
    return switch (algorithm) {
      case "HS256" -> {
        byte[] secret = text(credential, "secret").getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0) {
          yield false;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        yield MessageDigest.isEqual(mac.doFinal(signed), signature);
      }
      case "RS256" -> {
        String pem = text(credential, "publicKey").replaceAll("-----[A-Z ]+-----|\\s", "");
        if (pem.isEmpty()) {
          yield false;
        }
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(
            KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        check.update(signed);
        yield check.verify(signature);
      }
      default -> false;
    };
  }

  /** Whether it is not over, and has begun. */
  private static boolean holds(JsonObject claims, long now) {
    return now < seconds(claims.getOrDefault("exp", Long.MAX_VALUE))
        && now + AHEAD >= seconds(claims.getOrDefault("nbf", 0L));
  }

  /** A claim that is no number makes no moment at which the token holds. */
  private static double seconds(@Nullable Object claim) {
    return claim instanceof Number seconds ? seconds.doubleValue() : Double.NaN;
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof String text ? text.strip() : "";
  }
}
