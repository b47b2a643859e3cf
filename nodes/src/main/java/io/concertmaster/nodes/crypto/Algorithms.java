package io.concertmaster.nodes.crypto;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;
import java.util.Locale;

/** Names of algorithms, as people and OpenSSL write them, and as Java does. */
final class Algorithms {
  private static final List<String> NAMES =
      List.of(
          "MD5",
          "SHA1",
          "SHA224",
          "SHA256",
          "SHA384",
          "SHA512",
          "SHA512-224",
          "SHA512-256",
          "SHA3-224",
          "SHA3-256",
          "SHA3-384",
          "SHA3-512");

  private Algorithms() {}

  /** The usual digests, as values of a choice. */
  static Option[] options() {
    return NAMES.stream().map(name -> Option.of(name, name)).toArray(Option[]::new);
  }

  /** Java's name of a digest. */
  static String digest(String name, String property) throws NodeException {
    String plain = name.strip().toUpperCase(Locale.ROOT).replace("SHA-", "SHA").replace("_", "-");
    return switch (plain) {
      case "MD5" -> "MD5";
      case "SHA1", "SHA" -> "SHA-1";
      case "SHA224" -> "SHA-224";
      case "SHA256" -> "SHA-256";
      case "SHA384" -> "SHA-384";
      case "SHA512" -> "SHA-512";
      case "SHA512-224", "SHA512/224" -> "SHA-512/224";
      case "SHA512-256", "SHA512/256" -> "SHA-512/256";
      case "SHA3-224", "SHA3-256", "SHA3-384", "SHA3-512" -> plain;
      default ->
          throw new NodeException(
                  "“" + name + "” is no algorithm known here: use one such as SHA256")
              .atProperty(property);
    };
  }

  /** Java's name of a keyed digest. */
  static String hmac(String name, String property) throws NodeException {
    return "Hmac" + digest(name, property).replace("SHA-", "SHA");
  }

  /**
   * Java's name of a signature.
   *
   * @param name a digest
   * @param key the kind of the key, {@code RSA}, {@code EC} or {@code Ed25519}
   */
  static String signature(String name, String key, String property) throws NodeException {
    if (key.startsWith("Ed")) {
      return key;
    }
    String digest = digest(name, property);
    String joined = digest.startsWith("SHA3") ? digest : digest.replace("SHA-", "SHA");
    return joined + "with" + (key.equals("EC") ? "ECDSA" : key);
  }
}
