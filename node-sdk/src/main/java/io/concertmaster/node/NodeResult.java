package io.concertmaster.node;

import java.time.Instant;
import java.util.Optional;

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

  /**
   * The outputs are written, but the run rests until someone outside ends the wait, with items that
   * leave by the first output in place of those written (or without any: then those written leave).
   * Expressions tell the address as {@code $execution.resumeUrl}, in the node that waits and those
   * before it since the wait before: each wait has one of its own.
   *
   * @param limit when the written outputs leave without that; never by itself where empty
   */
  record WaitForCall(Optional<Instant> limit) implements NodeResult {}

  /**
   * The runs that were called are under way ({@link Workflows}): what was written to the outputs is
   * dropped, and when they have ended the node runs again in the same activation. What it put into
   * its {@link NodeMemory} is there then.
   */
  record Again() implements NodeResult {}

  /** The outputs are complete. */
  static NodeResult done() {
    return new Done();
  }

  /** The outputs leave the node at that moment. */
  static NodeResult waitUntil(Instant until) {
    return new WaitUntil(until);
  }

  /** The outputs leave when someone outside says so. */
  static NodeResult waitForCall() {
    return new WaitForCall(Optional.empty());
  }

  /** The outputs leave when someone outside says so, or at that moment. */
  static NodeResult waitForCall(Instant limit) {
    return new WaitForCall(Optional.of(limit));
  }

  /** The node runs again when the runs that it called have ended. */
  static NodeResult again() {
    return new Again();
  }
}
