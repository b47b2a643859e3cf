package io.concertmaster.server.store;

import io.concertmaster.engine.local.sqlite.Statements;
import io.concertmaster.server.access.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts and their roles. */
public final class AccountRows {
  private static final String ACCOUNT = "SELECT name, password, disabled, created FROM account";

  private final ServerStore store;

  public AccountRows(ServerStore store) {
    this.store = store;
  }

  /** Whether there is any. */
  public boolean isEmpty() {
    return store
        .read(s -> Row.first(s, "SELECT 1 FROM account LIMIT 1", row -> row.number(1)))
        .isEmpty();
  }

  /** The account of a name. */
  public Optional<Account> find(String name) {
    return store.read(s -> {
      List<Account> found = accounts(s, ACCOUNT + " WHERE name = ?", name);
      return found.stream().findFirst();
    });
  }

  /** All accounts, by name. */
  public List<Account> all() {
    return store.read(s -> accounts(s, ACCOUNT + " ORDER BY name"));
  }

  private static List<Account> accounts(Statements s, String sql, Object... parameters)
      throws SQLException {
    List<Account> bare =
        Row.all(
            s,
            sql,
            row -> new Account(row.text(1), row.text(2), row.flag(3), row.time(4), Map.of()),
            parameters);
    List<Account> whole = new ArrayList<>();
    for (Account each : bare) {
      whole.add(
          new Account(
              each.name(),
              each.password(),
              each.disabled(),
              each.created(),
              roles(s, each.name())));
    }
    return whole;
  }

  private static Map<String, Role> roles(Statements s, String account) throws SQLException {
    Map<String, Role> roles = new HashMap<>();
    Row.each(
        s,
        "SELECT project, role FROM role WHERE account = ?",
        row -> {
          String project = row.text(1);
          Role.of(row.text(2)).ifPresent(role -> roles.put(project, role));
        },
        account);
    return roles;
  }

  /**
   * Adds an account.
   *
   * @return false where there is one of that name
   */
  public boolean add(Account account) {
    return store.write(s -> {
      int added =
          Row.change(
              s,
              "INSERT INTO account(name, password, disabled, created) VALUES(?, ?, ?, ?)"
                  + " ON CONFLICT(name) DO NOTHING",
              account.name(),
              account.password(),
              account.disabled(),
              account.created());
      if (added > 0) {
        setRoles(s, account.name(), account.roles());
      }
      return added > 0;
    });
  }

  /** Gives an account these roles and no others. */
  public void setRoles(String name, Map<String, Role> roles) {
    store.write(s -> {
      setRoles(s, name, roles);
      return true;
    });
  }

  private static void setRoles(Statements s, String name, Map<String, Role> roles)
      throws SQLException {
    Row.change(s, "DELETE FROM role WHERE account = ?", name);
    for (Map.Entry<String, Role> each : roles.entrySet()) {
      Row.change(
          s,
          "INSERT INTO role(account, project, role) VALUES(?, ?, ?)",
          name,
          each.getKey(),
          each.getValue().id());
    }
  }

  /** Gives an account another password, and ends all its tokens and sessions. */
  public void setPassword(String name, String password) {
    store.write(s -> {
      Row.change(s, "UPDATE account SET password = ? WHERE name = ?", password, name);
      Row.change(s, "DELETE FROM session WHERE account = ?", name);
      return Row.change(s, "DELETE FROM token WHERE account = ?", name);
    });
  }

  /** Takes an account away, and all its tokens and sessions. */
  public boolean delete(String name) {
    return store.write(s -> {
      Row.change(s, "DELETE FROM role WHERE account = ?", name);
      Row.change(s, "DELETE FROM session WHERE account = ?", name);
      Row.change(s, "DELETE FROM token WHERE account = ?", name);
      return Row.change(s, "DELETE FROM account WHERE name = ?", name) > 0;
    });
  }
}
