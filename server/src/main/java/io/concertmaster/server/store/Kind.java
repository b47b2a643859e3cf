package io.concertmaster.server.store;

import java.util.Locale;

/** What kinds of documents a server keeps. */
public enum Kind {
  WORKFLOW,
  FORM;

  /** The name in the store and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
