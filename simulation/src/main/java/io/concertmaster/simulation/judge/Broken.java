package io.concertmaster.simulation.judge;

/** A promise that was not kept. */
public final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Broken(String what) {
    super(what);
  }
}
