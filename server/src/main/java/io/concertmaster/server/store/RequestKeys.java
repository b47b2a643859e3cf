package io.concertmaster.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The keys with which clients start runs and call webhooks, and what they sent with them. */
public final class RequestKeys {
  /** A key is remembered so long. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** Stands for the account of those who call webhooks; no account is named so. */
  public static final String CALLS = "";

  private final ServerStore store;

  public RequestKeys(ServerStore store) {
    this.store = store;
  }

  /**
   * Remembers a key.
   *
   * @param hash of what came with it
   * @return whether the key is new, or came with the same before
   */
  public boolean claim(String project, String account, String key, String hash, Instant now) {
    return store.write(s -> {
      Row.change(s, "DELETE FROM idempotency WHERE at < ?", now.minus(KEPT));
      Row.change(
          s,
          "INSERT INTO idempotency(project, account, key, hash, at) VALUES(?, ?, ?, ?, ?)"
              + " ON CONFLICT(project, account, key) DO NOTHING",
          project,
          account,
          key,
          hash,
          now);
      Optional<String> known =
          Row.first(
              s,
              "SELECT hash FROM idempotency WHERE project = ? AND account = ? AND key = ?",
              row -> row.text(1),
              project,
              account,
              key);
      return known.filter(hash::equals).isPresent();
    });
  }
}
