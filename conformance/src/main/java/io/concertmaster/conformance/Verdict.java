package io.concertmaster.conformance;

import java.util.List;

/**
 * What came of one thing that was judged.
 *
 * @param suite such as {@code cases}
 * @param group such as the node that a case is about
 * @param name what was judged
 * @param outcome how it came out
 * @param binding whether a failure fails the whole
 * @param details one line a difference
 */
record Verdict(
    String suite,
    String group,
    String name,
    Outcome outcome,
    boolean binding,
    List<String> details) {
  Verdict {
    details = List.copyOf(details);
  }

  /** How something came out. */
  enum Outcome {
    PASS,
    FAIL,
    /** It cannot be judged here; the details say why. */
    SKIP
  }
}
