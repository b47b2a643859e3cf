package io.concertmaster.server.store;

import io.concertmaster.server.access.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a token; the token itself is not.
 *
 * @param id names it, for those who take it away
 * @param hash SHA-256 of it, in hexadecimal
 * @param project the only one for which it is good
 * @param lastUsed to the minute
 */
public record Token(
    String id,
    String hash,
    String name,
    String account,
    Set<Scope> scopes,
    Optional<String> project,
    Instant created,
    Optional<Instant> expires,
    Optional<Instant> lastUsed) {
  public Token {
    scopes = Set.copyOf(scopes);
  }
}
