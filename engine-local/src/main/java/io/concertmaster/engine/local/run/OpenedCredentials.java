package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.CredentialSource;
import io.concertmaster.model.NodeDefinition;
import io.concertmaster.node.Credential;
import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials that one try of an activation opened. They are gone with it; what it says
 * meanwhile tells none of their secrets.
 */
final class OpenedCredentials {
  private final CredentialSource source;
  private final NodeDefinition node;
  private final NodeDescriptor descriptor;
  private final Map<String, Credential> opened = new HashMap<>();
  private final Blackout blackout = new Blackout();

  OpenedCredentials(CredentialSource source, NodeDefinition node, NodeDescriptor descriptor) {
    this.source = source;
    this.node = node;
    this.descriptor = descriptor;
  }

  /** What must not be read in what the node says. */
  Blackout blackout() {
    return blackout;
  }

  /** The credential of a slot; opened once, however often it is asked for. */
  Optional<Credential> at(String name) throws NodeException {
    CredentialSlot slot =
        descriptor
            .credential(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    descriptor.type() + " has no slot “" + name + "” for a credential"));
    String wanted = node.credentials().getOrDefault(name, "");
    if (wanted.isBlank()) {
      return Optional.empty();
    }
    Credential known = opened.get(name);
    if (known == null) {
      known = open(slot, wanted);
      known.secrets().forEach(blackout::add);
      opened.put(name, known);
    }
    return Optional.of(known);
  }

  private Credential open(CredentialSlot slot, String wanted) throws NodeException {
    CredentialSource.Kept kept;
    try {
      kept =
          source
              .open(wanted)
              .orElseThrow(() ->
                  failure(
                      slot,
                      "there is no credential “"
                          + wanted
                          + "” here: set it, or choose another one"));
    } catch (GeneralSecurityException e) {
      throw failure(
          slot,
          "the credential “"
              + wanted
              + "” cannot be opened, since it was sealed with another key or is damaged: set it"
              + " again");
    } catch (IOException e) {
      throw failure(slot, "the credential “" + wanted + "” cannot be read: " + e.getMessage());
    }
    Optional<String> misfit = slot.complaint(kept.type());
    if (misfit.isPresent()) {
      throw failure(slot, "the credential “" + wanted + "” " + misfit.get());
    }
    CredentialType type = slot.type(kept.type()).orElseThrow();
    Optional<String> complaint = type.complaint(kept.values());
    if (complaint.isPresent()) {
      throw failure(slot, "the credential “" + wanted + "” is not complete: " + complaint.get());
    }
    return new Credential(wanted, type, kept.values());
  }

  private NodeException failure(CredentialSlot slot, String what) {
    return new NodeException("“" + node.name() + "”, " + slot.label() + ": " + what)
        .atProperty(slot.place());
  }
}
