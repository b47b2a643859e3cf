package io.concertmaster.server.account;

import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.store.Account;
import io.concertmaster.server.store.AccountRows;
import io.concertmaster.server.store.ServerStore;
import io.concertmaster.server.store.SessionRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in with a browser.
 *
 * <p>Design note. A session is asked for in the store each time: it costs a question, and in return
 * one that was ended is over at once. It is good for looking and for answering only, whatever else
 * the account may: a browser's session can do less than a token.
 */
public final class Sessions {
  /** So long a browser may stay away. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** So long a session lasts at most. */
  public static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration USED_ALIKE = Duration.ofMinutes(1);
  private static final Set<Scope> SCOPES = EnumSet.of(Scope.READ, Scope.RUN);

  private final SessionRows rows;
  private final AccountRows accounts;
  private final InstantSource clock;

  /** Those of a store. */
  public Sessions(ServerStore store, InstantSource clock) {
    this.rows = new SessionRows(store);
    this.accounts = new AccountRows(store);
    this.clock = clock;
  }

  /**
   * Signs somebody in.
   *
   * @return what the browser is to keep, and nobody else
   */
  public String begin(String account) {
    Instant now = clock.instant();
    String secret = Secrets.session();
    rows.add(
        new SessionRows.Session(Secrets.hash(secret), account, now, now, now.plus(LONGEST)),
        now.minus(IDLE));
    return secret;
  }

  /** Who it is; nobody where the session is not known, or is over. */
  public Caller who(String secret) {
    if (!secret.startsWith(Secrets.SESSION_PREFIX) || secret.length() > 100) {
      return Caller.NOBODY;
    }
    Instant now = clock.instant();
    Optional<SessionRows.Session> session =
        rows.find(Secrets.hash(secret))
            .filter(each -> now.isBefore(each.expires()))
            .filter(each -> now.isBefore(each.used().plus(IDLE)));
    Optional<Account> account =
        session.flatMap(each -> accounts.find(each.account())).filter(each -> !each.disabled());
    if (session.isEmpty() || account.isEmpty()) {
      return Caller.NOBODY;
    }
    if (session.get().used().plus(USED_ALIKE).isBefore(now)) {
      rows.used(session.get().hash(), now);
    }
    return new Caller(
        account.get().name(), "session", account.get().roles(), SCOPES, Optional.empty());
  }

  /** Ends a session, where there is one. */
  public void end(String secret) {
    rows.delete(Secrets.hash(secret));
  }

  /** Ends all sessions of an account. */
  void endAll(String account) {
    rows.deleteOf(account);
  }

  /** A secret for a browser that is asked to sign in: of nobody, and good for nothing else. */
  public static String door() {
    return Secrets.session();
  }

  /**
   * What travels in the pages of a session, and tells that what is sent came of one of them.
   *
   * @param secret that the browser keeps; it cannot be told from this
   */
  public static String confirmation(String secret) {
    return Secrets.hash("page " + secret).substring(0, 32);
  }
}
