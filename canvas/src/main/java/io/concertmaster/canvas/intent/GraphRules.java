package io.concertmaster.canvas.intent;

import io.concertmaster.canvas.graph.PortRef;
import java.util.Optional;

/**
 * Answers "may I?", apart from doing it. Asked for every port in sight when a connection is begun,
 * so it must be quick.
 */
@FunctionalInterface
public interface GraphRules {
  /**
   * Why an output may not be connected to an input.
   *
   * @return the reason in one short line, or empty when it may
   */
  Optional<String> whyNotConnect(PortRef output, PortRef input);

  /** Allows every connection. */
  static GraphRules permissive() {
    return (output, input) -> Optional.empty();
  }
}
