package io.concertmaster.server.store;

import io.concertmaster.server.access.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tokens, found by the hash of what their owners send. */
public final class TokenRows {
  private static final String TOKEN =
      "SELECT id, hash, name, account, scopes, project, created, expires, last_used,"
          + " made_by FROM token";

  private final ServerStore store;

  public TokenRows(ServerStore store) {
    this.store = store;
  }

  /** The token of a hash. */
  public Optional<Token> find(String hash) {
    return store.read(s -> Row.first(s, TOKEN + " WHERE hash = ?", TokenRows::token, hash));
  }

  /** All tokens, or those of an account, newest first. */
  public List<Token> all(Optional<String> account) {
    String of = account.orElse("");
    return store.read(s ->
        Row.all(
            s,
            TOKEN + " WHERE ? = '' OR account = ? ORDER BY created DESC, id",
            TokenRows::token,
            of,
            of));
  }

  private static Token token(Row row) throws java.sql.SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String each : row.text(5).split(" ", -1)) {
      Scope.of(each).ifPresent(scopes::add);
    }
    return new Token(
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        scopes,
        row.maybeText(6),
        row.time(7),
        row.maybeTime(8),
        row.maybeTime(9),
        row.maybeText(10));
  }

  /** Adds a token. */
  public void add(Token token) {
    String scopes =
        token.scopes().stream().map(Scope::id).sorted().collect(Collectors.joining(" "));
    store.write(s ->
        Row.change(
            s,
            "INSERT INTO token(id, hash, name, account, scopes, project, created, expires,"
                + " made_by) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
            token.id(),
            token.hash(),
            token.name(),
            token.account(),
            scopes,
            token.project().orElse(null),
            token.created(),
            token.expires().orElse(null),
            token.madeBy().orElse(null)));
  }

  /**
   * Takes away a token, of one account where one is named, and with it those that were made by it;
   * what somebody made who had signed in stays when they sign out.
   */
  public boolean delete(String id, Optional<String> account) {
    String of = account.orElse("");
    return store.write(s ->
        Row.change(
            s,
            "WITH RECURSIVE over(id, made_by) AS ("
                + "SELECT id, made_by FROM token WHERE id = ? AND (? = '' OR account = ?)"
                + " UNION SELECT t.id, t.made_by FROM token t JOIN over o ON t.made_by = o.id"
                + " WHERE o.made_by IS NOT NULL)"
                + " DELETE FROM token WHERE id IN (SELECT id FROM over)",
            id,
            of,
            of))
        > 0;
  }

  /** Takes away those that are over. */
  public void deleteExpired(Instant now) {
    store.writeLater(s -> Row.change(s, "DELETE FROM token WHERE expires < ?", now));
  }

  /** Notes that a token was used; soon. */
  public void used(String id, Instant at) {
    store.writeLater(s -> Row.change(s, "UPDATE token SET last_used = ? WHERE id = ?", at, id));
  }
}
