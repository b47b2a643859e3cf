package io.concertmaster.model.expression.library;

import io.concertmaster.node.data.JsonObject;
import java.util.Map;

/**
 * {@code process}, of which an expression sees what tells nothing about the machine: a number, and
 * an environment that is empty.
 */
final class HostProcess {
  private HostProcess() {}

  static Namespace namespace() {
    return new Namespace(
        "process", Map.of("pid", ProcessHandle.current().pid(), "env", JsonObject.empty()));
  }
}
