package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Digests of texts, in hexadecimal. */
final class Hashing {
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "md5",
          "MD5",
          "sha1",
          "SHA-1",
          "sha224",
          "SHA-224",
          "sha256",
          "SHA-256",
          "sha384",
          "SHA-384",
          "sha512",
          "SHA-512",
          "sha3",
          "SHA3-512");

  private Hashing() {}

  static Object hash(Frame frame, String self, @Nullable Object[] a) {
    String name = Arguments.has(a, 0) ? Arguments.text(frame, a, 0) : "md5";
    frame.chargeText(self.length() * 4L);
    byte[] bytes = self.getBytes(StandardCharsets.UTF_8);
    if (name.equalsIgnoreCase("base64")) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    String algorithm = ALGORITHMS.get(name.toLowerCase(Locale.ROOT));
    if (algorithm == null) {
      throw Failure.raised(
          Kind.TYPE,
          "hash() knows no algorithm '"
              + name
              + "': use md5, sha1, sha224, sha256, sha384, sha512, sha3 or base64");
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw Failure.raised(Kind.TYPE, "hash(): this Java has no " + algorithm);
    }
  }
}
