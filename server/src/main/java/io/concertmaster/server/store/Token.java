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
 * @param madeBy the id of the token by which it was made, empty text where that is not known;
 *     nothing for one that somebody got by signing in
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
    Optional<Instant> lastUsed,
    Optional<String> madeBy) {
  public Token {
    scopes = Set.copyOf(scopes);
  }
}
