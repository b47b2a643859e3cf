package io.concertmaster.model.check;

/** How much a problem matters. */
public enum Severity {
  /** The workflow cannot run as it is. */
  ERROR,
  /** It can run, but probably not as somebody meant it. */
  WARNING
}
