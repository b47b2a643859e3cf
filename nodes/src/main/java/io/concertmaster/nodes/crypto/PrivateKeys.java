package io.concertmaster.nodes.crypto;

import io.concertmaster.node.NodeException;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Private keys in PEM: {@code PRIVATE KEY} and {@code RSA PRIVATE KEY}. */
final class PrivateKeys {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  /** Says of the bytes that follow that they are an RSA key: version 0 and rsaEncryption. */
  private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private PrivateKeys() {}

  /** The key of a text. */
  static PrivateKey of(String pem, String property) throws NodeException {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.find() || matcher.group(2).contains("ENCRYPTED")) {
      throw noKey(property, null);
    }
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(matcher.group(2).strip());
    } catch (IllegalArgumentException e) {
      throw noKey(property, e);
    }
    boolean bare = matcher.group(1).equals("RSA PRIVATE KEY");
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(bare ? wrapped(bytes) : bytes);
    GeneralSecurityException last = null;
    for (String kind : bare ? List.of("RSA") : List.of("RSA", "EC", "Ed25519", "Ed448", "DSA")) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw noKey(property, last);
  }

  private static NodeException noKey(String property, @Nullable Throwable cause) {
    String message =
        "This is no private key that can be read: paste a PEM text that begins with"
            + " -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----, without a password";
    return (cause == null ? new NodeException(message) : new NodeException(message, cause))
        .atProperty(property);
  }

  /** A bare RSA key in the envelope that Java reads (PKCS #8). */
  private static byte[] wrapped(byte[] key) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(RSA);
    inner.writeBytes(tagged(0x04, key));
    return tagged(0x30, inner.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
