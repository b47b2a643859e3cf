package io.concertmaster.engine.local.plan;

/**
 * From what the tokens are made with which someone outside ends the waits of a run.
 *
 * @param secret chance, made once; empty where the run is from before waits could be answered
 * @param forAllWaits whether the secret itself is the token of all waits: so it is in a run that
 *     began before each wait had one of its own, since links to it may lie in mailboxes
 */
public record WaitKey(String secret, boolean forAllWaits) {
  /** Of a run whose waits nobody can answer. */
  public static final WaitKey NONE = new WaitKey("", true);

  /** A key that gives each wait a token of its own. */
  public static WaitKey of(String secret) {
    return new WaitKey(secret, false);
  }
}
