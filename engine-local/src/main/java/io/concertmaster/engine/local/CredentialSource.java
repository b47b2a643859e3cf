package io.concertmaster.engine.local;

import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Where the engine finds the credentials that nodes name. It is asked when an activation needs one,
 * each time anew; the engine keeps nothing of what it got beyond that activation.
 */
@FunctionalInterface
public interface CredentialSource {
  /** Nobody keeps credentials. */
  CredentialSource NONE = name -> Optional.empty();

  /**
   * What a name stands for.
   *
   * @param type of {@link io.concertmaster.node.CredentialType#name}
   * @param values texts by field
   */
  record Kept(String type, JsonObject values) {
    /** Without the values, so that no log gets them. */
    @Override
    public String toString() {
      return type;
    }
  }

  /**
   * Opens a credential.
   *
   * @return empty where there is none of that name
   * @throws GeneralSecurityException when it was sealed with another key, or is damaged
   * @throws IOException when what is kept cannot be read; the message is for people
   */
  Optional<Kept> open(String name) throws GeneralSecurityException, IOException;
}
