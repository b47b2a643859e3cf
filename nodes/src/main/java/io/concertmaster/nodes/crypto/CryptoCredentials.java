package io.concertmaster.nodes.crypto;

import io.concertmaster.node.Credential;
import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import java.util.List;
import java.util.Optional;

/** Secrets by themselves: a text that only two know, and the private half of a pair of keys. */
public final class CryptoCredentials {
  /** A password or another secret text. */
  public static final CredentialType SECRET =
      new CredentialType(
          "secretText",
          "A secret text",
          "A password or a key by itself.",
          List.of(
              Property.of("value", "Text", PropertyKind.text())
                  .mandatory()
                  .help("As it is, without quotes.")
                  .asSecret()));

  private static final CredentialType KEY =
      new CredentialType(
          "privateKey",
          "Private key",
          "The private half of a pair of keys.",
          List.of(
              Property.of("key", "Private key", new PropertyKind.Text("", 8))
                  .mandatory()
                  .help("In PEM, without a password.")
                  .asSecret()));

  /** What a digest is made with; takes the place of the setting. */
  static final CredentialSlot SECRET_SLOT =
      CredentialSlot.of("secret", "Secret as a credential", SECRET).when("operation", "hmac");

  /** What is signed with; takes the place of the setting. */
  static final CredentialSlot KEY_SLOT =
      CredentialSlot.of("key", "Private key as a credential", KEY).when("operation", "sign");

  private CryptoCredentials() {}

  /**
   * The secret text of the credential that a slot names; where it names none, the setting that is
   * called as the slot.
   *
   * @throws NodeException when the credential cannot be opened
   */
  public static String secret(NodeContext context, CredentialSlot slot, Parameters settings)
      throws NodeException {
    Optional<Credential> kept = context.credential(slot.name());
    return kept.isPresent() ? kept.get().values().text("value") : settings.text(slot.name());
  }
}
