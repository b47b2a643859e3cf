package io.concertmaster.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For what a token is good; its owner's roles must allow it as well. */
public enum Scope {
  /** To look at workflows, runs and their data. */
  READ,
  /** To start, cancel and resume runs. */
  RUN,
  /** To change workflows and to deploy. */
  DEPLOY,
  /** To set and take away credentials. */
  CREDENTIALS,
  /** To read metrics. */
  METRICS,
  /** To change users, tokens and projects, and to read the audit log. */
  ADMIN;

  /** The name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of a name. */
  public static Optional<Scope> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
