package io.concertmaster.model;

/**
 * What happens with a step of which nobody knows whether it had its effect: one that a crash cut
 * short and that must not happen twice. It plays no part for other steps, which simply begin again.
 */
public enum OnUncertain {
  /** The run waits for the word of a person. Files leave it out. */
  ASK("ask"),
  /** The step begins again when the run is taken up: twice does no harm here. */
  RETRY("retry"),
  /** The step counts as failed when the run is taken up; {@link OnError} says what follows. */
  FAIL("fail");

  private final String id;

  OnUncertain(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }
}
