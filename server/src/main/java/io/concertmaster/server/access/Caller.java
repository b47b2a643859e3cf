package io.concertmaster.server.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes a request.
 *
 * @param name of the account; {@code local} for the owner of this machine, {@code nobody} for those
 *     who did not say
 * @param token the id of the token; empty where there was none
 * @param roles by project; the project {@code *} stands for all
 * @param scopes for what the token is good
 * @param project the only project for which the token is good; all of the account's where empty
 */
public record Caller(
    String name,
    String token,
    Map<String, Role> roles,
    Set<Scope> scopes,
    Optional<String> project) {
  /** All projects, as a key of roles. */
  public static final String ALL = "*";

  /** Somebody who did not say who they are. */
  public static final Caller NOBODY =
      new Caller("nobody", "", Map.of(), Set.of(), Optional.empty());

  public Caller {
    roles = Map.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  /** Whether this caller said who they are. */
  public boolean isKnown() {
    return !token.isEmpty();
  }

  /** The role in a project; the greater of that and the one for all projects. */
  public Optional<Role> roleIn(String wanted) {
    if (project.isPresent() && !project.get().equals(wanted)) {
      return Optional.empty();
    }
    Role all = roles.get(ALL);
    Role own = roles.get(wanted);
    if (all == null || own == null) {
      return Optional.ofNullable(all == null ? own : all);
    }
    return Optional.of(all.covers(own) ? all : own);
  }

  /** Whether a policy lets this caller through, where the request is about a project. */
  public boolean may(Policy policy, String wanted) {
    return switch (policy) {
      case Policy.Open open -> true;
      case Policy.Known known -> isKnown();
      case Policy.InProject rule ->
          isKnown()
              && scopes.contains(rule.scope())
              && roleIn(wanted).filter(role -> role.covers(rule.role())).isPresent();
      case Policy.Everywhere rule -> {
        Role all = roles.get(ALL);
        yield isKnown()
            && scopes.contains(rule.scope())
            && project.isEmpty()
            && all != null
            && all.covers(rule.role());
      }
    };
  }
}
