package io.concertmaster.engine.local.fault;

import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What the short version of a proof needs of the machine. Where it is missing the test is skipped
 * and says what was not tried; where the environment says that it must be there, the test fails.
 */
final class Needs {
  /** A C compiler. */
  static final String COMPILER = "compiler";

  /** The right to mount a small disk. */
  static final String MOUNT = "mount";

  /** The variable that names the needs, with commas between, that must be met. */
  private static final String VARIABLE = "CONCERTMASTER_NEEDS";

  private Needs() {}

  /**
   * Goes on only where a need is met.
   *
   * @param untried what is not tried where it is not
   */
  static void assume(String need, boolean met, String untried) {
    assume(need, met, untried, System.getenv().getOrDefault(VARIABLE, ""));
  }

  static void assume(String need, boolean met, String untried, String musts) {
    if (!met && List.of(musts.split(",", -1)).contains(need)) {
      Assertions.fail(
          VARIABLE + " says that there is a " + need + ", and there is none: " + untried);
    }
    Assumptions.assumeTrue(met, untried);
  }
}
