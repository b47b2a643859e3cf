package io.concertmaster.server.api;

import io.concertmaster.server.access.Policy;
import io.concertmaster.server.access.Role;
import io.concertmaster.server.access.Scope;

/** The policies of routes, by what is done. */
final class Rules {
  /** Looking at workflows, runs and data. */
  static final Policy LOOK = new Policy.InProject(Role.VIEWER, Scope.READ);

  /** Starting and steering runs. */
  static final Policy RUN = new Policy.InProject(Role.RUNNER, Scope.RUN);

  /** Changing workflows. */
  static final Policy CHANGE = new Policy.InProject(Role.EDITOR, Scope.DEPLOY);

  /** Seeing which credentials there are. */
  static final Policy CREDENTIALS = new Policy.InProject(Role.EDITOR, Scope.CREDENTIALS);

  /** Users, projects, the audit log. */
  static final Policy ADMINISTER = new Policy.Everywhere(Role.ADMIN, Scope.ADMIN);

  /** Anybody with a token. */
  static final Policy KNOWN = new Policy.Known();

  private Rules() {}
}
