package io.concertmaster.designer.picture;

import io.concertmaster.model.check.Code;
import io.concertmaster.model.check.Problem;
import io.concertmaster.model.check.Severity;
import java.util.Optional;

/** Problems for samples. */
public final class Samples {
  private Samples() {}

  public static Problem error(String node, String property, String message) {
    return new Problem(Severity.ERROR, Code.BAD_EXPRESSION, Optional.of(node), property, message);
  }

  public static Problem warning(String node, String property, String message) {
    return new Problem(Severity.WARNING, Code.UNREACHABLE, Optional.of(node), property, message);
  }
}
