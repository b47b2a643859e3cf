package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunError;
import io.concertmaster.node.NodeException;
import java.util.Optional;
import java.util.OptionalLong;

/** Failures as those who watch a run get them. */
final class Failure {
  private Failure() {}

  static RunError of(String node, NodeException e) {
    return new RunError(Optional.of(node), line(e.getMessage()), e.property(), e.item());
  }

  static RunError of(String node, String message) {
    return new RunError(Optional.of(node), line(message), "", OptionalLong.empty());
  }

  /** The message in one line of bounded length. */
  static String line(String message) {
    String line = message.strip().replaceAll("\\s*\\R\\s*", " · ");
    return line.length() > 2_000 ? line.substring(0, 2_000) + "…" : line;
  }
}
