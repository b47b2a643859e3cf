package io.concertmaster.server.access;

/** Who may use a route. There is no route without one. */
public sealed interface Policy {
  /**
   * Everybody, without a token.
   *
   * @param why for those who read the table of routes
   */
  record Open(String why) implements Policy {}

  /** Everybody who says who they are. */
  record Known() implements Policy {}

  /** Those with a role in the project that the request is about, by a token with a scope. */
  record InProject(Role role, Scope scope) implements Policy {}

  /** Those with a role in all projects, by a token with a scope. */
  record Everywhere(Role role, Scope scope) implements Policy {}
}
