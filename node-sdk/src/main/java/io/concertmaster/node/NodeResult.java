package io.concertmaster.node;

import java.time.Instant;

/** How an activation ended, when it did not fail. */
public sealed interface NodeResult {
  /** The outputs are complete. */
  record Done() implements NodeResult {}

  /**
   * The outputs are written, but leave the node only at a later moment. Until then the run rests:
   * it costs no thread and survives a restart.
   *
   * @param until when the outputs leave; a moment that has passed means at once
   */
  record WaitUntil(Instant until) implements NodeResult {}

  /** The outputs are complete. */
  static NodeResult done() {
    return new Done();
  }

  /** The outputs leave the node at that moment. */
  static NodeResult waitUntil(Instant until) {
    return new WaitUntil(until);
  }
}
