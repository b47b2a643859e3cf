package io.concertmaster.nodes.crypto;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link Crypto}. */
final class CryptoFace {
  private static final Object[] DIGESTS = {"hash", "hmac", "sign"};

  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("data.crypto", "Crypto")
          .summary("Digests, signs, and makes random values")
          .family(Family.DATA)
          .icon("mdoal-enhanced_encryption")
          .keywords("hash", "md5", "sha256", "hmac", "signature", "uuid", "random", "password")
          .property(
              Property.of(
                      "operation",
                      "Do",
                      PropertyKind.choice(
                          Option.of("hash", "Digest (hash)"),
                          Option.of("hmac", "Digest with a secret (HMAC)"),
                          Option.of("sign", "Sign with a private key"),
                          Option.of("random", "Make a random value")))
                  .defaultsTo("hash")
                  .literalOnly())
          .property(
              Property.of(
                      "of",
                      "Of",
                      PropertyKind.choice(
                          Option.of("text", "A text"), Option.of("file", "A file of the item")))
                  .defaultsTo("text")
                  .literalOnly()
                  .when("operation", DIGESTS))
          .property(
              Property.of("value", "Text", PropertyKind.text("{{ $json.body }}"))
                  .help("Its bytes in UTF-8 are digested.")
                  .when("of", "text"))
          .property(
              Property.of("file", "File", PropertyKind.text())
                  .help("The name under which the item carries it.")
                  .defaultsTo("data")
                  .when("of", "file"))
          .property(
              Property.of("algorithm", "Algorithm", PropertyKind.choice(Algorithms.options()))
                  .defaultsTo("SHA256")
                  .when("operation", DIGESTS))
          .property(
              Property.of("secret", "Secret", PropertyKind.text())
                  .help("Better a credential, or an expression on {{ $env }}.")
                  .asSecret()
                  .when("operation", "hmac"))
          .property(
              Property.of("key", "Private key", new PropertyKind.Text("", 4))
                  .help("In PEM, without a password. Better a credential.")
                  .asSecret()
                  .when("operation", "sign"))
          .property(
              Property.of(
                      "encoding",
                      "Write as",
                      PropertyKind.choice(
                          Option.of("hex", "Hexadecimal"), Option.of("base64", "Base64")))
                  .defaultsTo("hex")
                  .when("operation", DIGESTS))
          .property(
              Property.of(
                      "kind",
                      "Kind",
                      PropertyKind.choice(
                          Option.of("uuid", "UUID"),
                          Option.of("hex", "Hexadecimal"),
                          Option.of("base64", "Letters and digits"),
                          Option.of("ascii", "ASCII")))
                  .defaultsTo("uuid")
                  .when("operation", "random"))
          .property(
              Property.of("length", "Length", PropertyKind.wholeNumber(0, 1_000_000))
                  .help("Characters.")
                  .defaultsTo(32)
                  .when("kind", "hex", "base64", "ascii"))
          .property(
              Property.of("as", "Into field", new PropertyKind.FieldName())
                  .help("Where the result goes; dots lead into fields.")
                  .defaultsTo("data")
                  .mandatory())
          .credential(CryptoCredentials.SECRET_SLOT)
          .credential(CryptoCredentials.KEY_SLOT)
          .documentation(
              """
              Works out one value for each item and puts it into a field beside the others.

              *Digest* tells whether two texts or files are the same. *Digest with a secret* also
              tells who made it: web services sign their calls so, in `hex` mostly. *Sign* needs a
              private key; whoever has the public one can check. *Make a random value* gives ids and
              passwords that nobody can guess.

              The secret and the private key are best kept as a credential, apart from the workflow: \
              what the credential holds takes the place of the setting.

              MD5 and SHA1 are there for old systems; do not use them where somebody may cheat.
              """)
          .build();

  private CryptoFace() {}
}
