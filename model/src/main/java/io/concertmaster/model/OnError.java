package io.concertmaster.model;

/** What happens when a node fails, after its last try. */
public enum OnError {
  /** The run ends as failed. Files leave it out. */
  STOP("stop"),
  /** The run goes on: items that failed leave by the first output with the error's text. */
  CONTINUE("continue"),
  /** The run goes on: items that failed leave by the error output. */
  OUTPUT("output");

  private final String id;

  OnError(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }
}
