package io.concertmaster.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do in a project; each may do what the ones before may. */
public enum Role {
  /** Sees workflows, runs and their data. */
  VIEWER,
  /** Starts, cancels and resumes runs. */
  RUNNER,
  /** Changes workflows and credentials, deploys. */
  EDITOR,
  /** Gives roles to others, sees the audit log. */
  ADMIN;

  /** Whether this role may do what another one may. */
  public boolean covers(Role other) {
    return compareTo(other) >= 0;
  }

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a name. */
  public static Optional<Role> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
