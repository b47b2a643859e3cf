package io.concertmaster.server.store;

import java.util.Locale;

/** What kinds of documents a server keeps. */
public enum Kind {
  WORKFLOW,
  FORM;

  /** The kind of a name in the store. */
  static Kind of(String id) {
    return id.equals(FORM.id()) ? FORM : WORKFLOW;
  }

  /** The name in the store and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
