package io.concertmaster.script.host;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Failure;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** What {@code crypto.js} has done by Java: hashes and random bytes. */
final class Digests {
  /** So many random bytes are made at once. */
  private static final int MOST_RANDOM = 1 << 20;

  private Digests() {}

  /** The functions by their names. */
  static Map<String, ProxyExecutable> functions() {
    return Map.of(
        "hashName", a -> javaName(a[0].asString()),
        "hash",
            a -> {
              byte[] data = Bytes.read(a, 1);
              String name = javaName(a[0].asString());
              return Bytes.buffer(
                  a[7].asBoolean() ? signed(name, data, Bytes.read(a, 4)) : hash(name, data), a[8]);
            },
        "random",
            a -> {
              double size = a[0].asDouble();
              if (!(size >= 0 && size <= MOST_RANDOM)) {
                throw Failure.raised(
                    Kind.RANGE, "random bytes come in numbers from 0 to " + MOST_RANDOM);
              }
              byte[] bytes = new byte[(int) size];
              new SecureRandom().nextBytes(bytes);
              return Bytes.buffer(bytes, a[1]);
            });
  }

  private static String javaName(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("rsa-", "")) {
      case "md5" -> "MD5";
      case "sha1", "sha-1" -> "SHA-1";
      case "sha224", "sha-224" -> "SHA-224";
      case "sha256", "sha-256" -> "SHA-256";
      case "sha384", "sha-384" -> "SHA-384";
      case "sha512", "sha-512" -> "SHA-512";
      case "sha3-224" -> "SHA3-224";
      case "sha3-256" -> "SHA3-256";
      case "sha3-384" -> "SHA3-384";
      case "sha3-512" -> "SHA3-512";
      default ->
          throw Failure.raised(
              Kind.RANGE,
              "Digest method not supported: "
                  + name
                  + " (md5, sha1, sha224, sha256, sha384, sha512 and sha3-256 are)");
    };
  }

  private static byte[] hash(String name, byte[] data) {
    try {
      return MessageDigest.getInstance(name).digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw missing(name, e);
    }
  }

  private static byte[] signed(String name, byte[] data, byte[] key) {
    try {
      String algorithm = "Hmac" + (name.startsWith("SHA-") ? name.replace("-", "") : name);
      Mac mac = Mac.getInstance(algorithm);
      // A key without a byte is one of zeros (RFC 2104 §2), which Java does not take otherwise.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(data);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw missing(name, e);
    }
  }

  private static Failure missing(String name, Exception e) {
    return Failure.raised(Kind.RANGE, "this Java has no " + name + ": " + e.getMessage());
  }
}
