package io.concertmaster.server.account;

import io.concertmaster.server.access.Caller;
import io.concertmaster.server.access.Role;
import io.concertmaster.server.access.Scope;
import io.concertmaster.server.http.Gate;
import io.concertmaster.server.http.HttpProblem;
import io.concertmaster.server.store.Account;
import io.concertmaster.server.store.AccountRows;
import io.concertmaster.server.store.ServerStore;
import io.concertmaster.server.store.Token;
import io.concertmaster.server.store.TokenRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. Says by a token who somebody is, gives tokens to those who know their password,
 * and keeps accounts.
 *
 * <p>Design note. Callers are remembered by the hash of their token, so that a request costs no
 * question to the store; every change of accounts or tokens goes through here and forgets them all.
 */
public final class Accounts implements Gate {
  /** How long somebody who signed in by password stays so. */
  public static final Duration SESSION = Duration.ofHours(12);

  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 200;
  private static final int REMEMBERED = 10_000;
  private static final Duration USED_ALIKE = Duration.ofMinutes(1);

  private final AccountRows accounts;
  private final TokenRows tokens;
  private final Sessions sessions;
  private final LocalToken local;
  private final InstantSource clock;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

  /** How often accounts or tokens changed. */
  private final AtomicLong changes = new AtomicLong();

  private record Remembered(Caller caller, Optional<Instant> expires, Instant noted) {}

  /**
   * The accounts of a store, and the owner of the machine.
   *
   * @param passwordMemory kilobytes that a hash of a password takes
   */
  public Accounts(ServerStore store, LocalToken local, InstantSource clock, int passwordMemory) {
    this.passwords = new Passwords(passwordMemory);
    this.accounts = new AccountRows(store);
    this.tokens = new TokenRows(store);
    this.sessions = new Sessions(store, clock);
    this.local = local;
    this.clock = clock;
    this.throttle = new Throttle(clock);
    tokens.deleteExpired(clock.instant());
  }

  /** Whether there is no account yet. */
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  @Override
  public Caller who(@Nullable String token, boolean loopback) throws HttpProblem {
    if (token == null) {
      return Caller.NOBODY;
    }
    if (!token.startsWith(Secrets.PREFIX) || token.length() > 100) {
      throw noGood();
    }
    String hash = Secrets.hash(token);
    if (local.is(hash)) {
      if (!loopback) {
        throw noGood();
      }
      return owner();
    }
    Instant now = clock.instant();
    Remembered known = remembered.get(hash);
    if (known == null) {
      long seen = changes.get();
      known = remembered(hash, now);
      if (remembered.size() > REMEMBERED) {
        remembered.clear();
      }
      remembered.put(hash, known);
      if (changes.get() != seen) {
        remembered.remove(hash); // something changed between the question and the note of it
      }
    }
    if (known.expires().isPresent() && !now.isBefore(known.expires().get())) {
      throw noGood();
    }
    if (known.noted().plus(USED_ALIKE).isBefore(now)) {
      tokens.used(known.caller().token(), now);
      remembered.replace(hash, known, new Remembered(known.caller(), known.expires(), now));
    }
    return known.caller();
  }

  @Override
  public Caller visitor(@Nullable String session) {
    return session == null ? Caller.NOBODY : sessions.who(session);
  }

  /** Who is signed in with a browser. */
  public Sessions sessions() {
    return sessions;
  }

  private static Caller owner() {
    return new Caller(
        "local",
        "local",
        Map.of(Caller.ALL, Role.ADMIN),
        EnumSet.allOf(Scope.class),
        Optional.empty());
  }

  private Remembered remembered(String hash, Instant now) throws HttpProblem {
    Token token = tokens.find(hash).orElseThrow(Accounts::noGood);
    Account account =
        accounts
            .find(token.account())
            .filter(each -> !each.disabled())
            .orElseThrow(Accounts::noGood);
    Caller caller =
        new Caller(account.name(), token.id(), account.roles(), token.scopes(), token.project());
    return new Remembered(caller, token.expires(), token.lastUsed().orElse(now.minus(SESSION)));
  }

  private static HttpProblem noGood() {
    return new HttpProblem(
        401, "bad-token", "the token is not known, is over, or was taken back: get another one");
  }

  /** A token that its owner sees once. */
  public record Issued(String secret, Token token) {}

  /**
   * Signs somebody in.
   *
   * @param address from which it is tried
   * @throws HttpProblem 401 when name and password do not go together, 429 after too many tries
   */
  public Issued signIn(String name, String password, String address)
      throws HttpProblem, InterruptedException {
    check(name, password, address);
    return issue(
        name,
        "signed in by password",
        EnumSet.allOf(Scope.class),
        Optional.empty(),
        Optional.of(clock.instant().plus(SESSION)),
        Optional.empty());
  }

  /**
   * Looks whether a name and a password go together.
   *
   * @param address from which it is tried
   * @throws HttpProblem 401 when they do not, 429 after too many tries
   */
  public void check(String name, String password, String address)
      throws HttpProblem, InterruptedException {
    List<Throttle.Key> keys = Throttle.keys(name, address);
    int pause = throttle.pause(keys);
    if (pause > 0) {
      throw new HttpProblem(
              429, "too-many-tries", "too many tries went wrong: wait " + pause + " seconds")
          .retryAfter(pause);
    }
    Optional<Account> account = accounts.find(name).filter(each -> !each.disabled());
    boolean right =
        password.length() <= LONGEST_PASSWORD
            && (account.isPresent()
                ? passwords.matches(password, account.get().password())
                : passwords.matchesNobody(password));
    if (!right) {
      throttle.failed(keys);
      throw new HttpProblem(401, "wrong-password", "name and password do not go together");
    }
    throttle.passed(keys.subList(0, 1)); // an address that knows one password may guess at others
  }

  /**
   * Gives somebody a token.
   *
   * @param madeBy the id of the token that is used for it; nothing for signing in
   */
  public Issued issue(
      String account,
      String name,
      Set<Scope> scopes,
      Optional<String> project,
      Optional<Instant> expires,
      Optional<String> madeBy) {
    String secret = Secrets.token();
    Token token =
        new Token(
            Secrets.id(),
            Secrets.hash(secret),
            name,
            account,
            scopes,
            project,
            clock.instant(),
            expires,
            Optional.empty(),
            madeBy);
    tokens.add(token);
    return new Issued(secret, token);
  }

  /** Looks everybody up anew: rights or tokens have changed. */
  public void forget() {
    changes.incrementAndGet();
    remembered.clear();
  }

  /** The tokens of an account; of all where none is named. */
  public List<Token> tokens(Optional<String> account) {
    return tokens.all(account);
  }

  /** Takes back a token, and those that were made by it; of one account where it is named. */
  public boolean revoke(String id, Optional<String> account) {
    boolean there = tokens.delete(id, account);
    forget();
    return there;
  }

  /** All accounts. */
  public List<Account> all() {
    return accounts.all();
  }

  /** The account of a name. */
  public Optional<Account> find(String name) {
    return accounts.find(name);
  }

  /**
   * Adds an account.
   *
   * @throws HttpProblem when the password is too short, or the name is taken
   */
  public void add(String name, String password, Map<String, Role> roles)
      throws HttpProblem, InterruptedException {
    if (name.equals("local") || name.equals("nobody")) {
      throw HttpProblem.badRequest("the name “" + name + "” stands for others: choose another one");
    }
    Account account = new Account(name, hash(password), false, clock.instant(), roles);
    if (!accounts.add(account)) {
      throw HttpProblem.conflict("name-taken", "there is an account of that name");
    }
  }

  /** Gives an account another password, and takes back all its tokens. */
  public void setPassword(String name, String password) throws HttpProblem, InterruptedException {
    accounts.setPassword(name, hash(password));
    forget();
  }

  private String hash(String password) throws HttpProblem, InterruptedException {
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      throw new HttpProblem(
          422,
          "bad-password",
          "a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters");
    }
    return passwords.hash(password);
  }

  /** Gives an account these roles and no others; who has lost one is signed out. */
  public void setRoles(String name, Map<String, Role> roles) {
    Map<String, Role> before = accounts.find(name).map(Account::roles).orElse(Map.of());
    accounts.setRoles(name, roles);
    boolean lost =
        before.entrySet().stream()
            .anyMatch(each -> {
              Role now = roles.get(each.getKey());
              return now == null || !now.covers(each.getValue());
            });
    if (lost) {
      sessions.endAll(name);
    }
    forget();
  }

  /** Takes an account away, with its tokens. */
  public boolean delete(String name) {
    boolean there = accounts.delete(name);
    forget();
    return there;
  }
}
