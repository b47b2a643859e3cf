package io.concertmaster.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

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

  /** What is known of a key. */
  public enum Claim {
    /** Nothing was begun with it yet. */
    FREE,
    /** A run was begun with it and the same data. */
    BEGUN,
    /** It came with other data. */
    OTHER
  }

  /**
   * What is known of a key.
   *
   * @param hash of what came with it
   * @param run that was begun with it; empty while none was, and where it is not known which
   */
  public record Known(String hash, OptionalLong run) {}

  /** What is known of a key; empty where it is new, or older than {@link #KEPT}. */
  public Optional<Known> find(String project, String account, String key, Instant now) {
    return store.read(s ->
        Row.first(
            s,
            "SELECT hash, run FROM idempotency WHERE project = ? AND account = ? AND key = ?"
                + " AND at >= ?",
            row -> new Known(row.text(1), row.maybeNumber(2)),
            project,
            account,
            key,
            now.minus(KEPT)));
  }

  /**
   * Remembers a key.
   *
   * @param hash of what came with it
   */
  public Claim claim(String project, String account, String key, String hash, Instant now) {
    return store.write(s -> {
      Row.change(s, "DELETE FROM idempotency WHERE at < ?", now.minus(KEPT));
      Row.change(
          s,
          "INSERT INTO idempotency(project, account, key, hash, at, begun)"
              + " VALUES(?, ?, ?, ?, ?, 0) ON CONFLICT(project, account, key) DO NOTHING",
          project,
          account,
          key,
          hash,
          now);
      return Row.first(
              s,
              "SELECT hash, begun FROM idempotency WHERE project = ? AND account = ? AND key = ?",
              row ->
                  !row.text(1).equals(hash) ? Claim.OTHER : row.flag(2) ? Claim.BEGUN : Claim.FREE,
              project,
              account,
              key)
          .orElseThrow();
    });
  }

  /** Notes which run was begun with a key; after a crash that may not be known. */
  public void begun(String project, String account, String key, long run) {
    store.writeLater(s ->
        Row.change(
            s,
            "UPDATE idempotency SET begun = 1, run = ?"
                + " WHERE project = ? AND account = ? AND key = ?",
            run,
            project,
            account,
            key));
  }
}
