package io.concertmaster.server.store;

import java.time.Instant;
import java.util.Optional;

/** Who is signed in with a browser, found by the hash of what the browser keeps. */
public final class SessionRows {
  private final ServerStore store;

  public SessionRows(ServerStore store) {
    this.store = store;
  }

  /**
   * Somebody who is signed in.
   *
   * @param used when the browser came last, to the minute
   * @param expires when it ends, however much it is used
   */
  public record Session(
      String hash, String account, Instant created, Instant used, Instant expires) {}

  /** The session of a hash. */
  public Optional<Session> find(String hash) {
    return store.read(s ->
        Row.first(
            s,
            "SELECT hash, account, created, used, expires FROM session WHERE hash = ?",
            row -> new Session(row.text(1), row.text(2), row.time(3), row.time(4), row.time(5)),
            hash));
  }

  /**
   * Adds a session, and takes away those that are over.
   *
   * @param idleBefore those that were not used since then are over too
   */
  public void add(Session session, Instant idleBefore) {
    store.write(s -> {
      Row.change(
          s, "DELETE FROM session WHERE expires <= ? OR used <= ?", session.created(), idleBefore);
      return Row.change(
          s,
          "INSERT INTO session(hash, account, created, used, expires) VALUES(?, ?, ?, ?, ?)",
          session.hash(),
          session.account(),
          session.created(),
          session.used(),
          session.expires());
    });
  }

  /** Takes a session away. */
  public void delete(String hash) {
    store.write(s -> Row.change(s, "DELETE FROM session WHERE hash = ?", hash));
  }

  /** Takes away those of an account. */
  public void deleteOf(String account) {
    store.write(s -> Row.change(s, "DELETE FROM session WHERE account = ?", account));
  }

  /** Notes that a session was used; soon. */
  public void used(String hash, Instant at) {
    store.writeLater(s -> Row.change(s, "UPDATE session SET used = ? WHERE hash = ?", at, hash));
  }
}
