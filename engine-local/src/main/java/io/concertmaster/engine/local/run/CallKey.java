package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.plan.Task;
import java.util.Optional;

/**
 * Names a call among all calls of a store; the run of the call is kept under this name. It tells
 * the caller too, and whether that waits for the end of the run.
 */
final class CallKey {
  private static final String AWAITED = "call:";
  private static final String HANDED = "hand:";

  private CallKey() {}

  /** Of a call for whose end an activation waits, by the activation's own name for it. */
  static String awaited(RunId caller, Task task, String name) {
    return AWAITED + place(caller, task) + name;
  }

  /** Of a call for whose end nobody waits. */
  static String handed(RunId caller, Task task, String name) {
    return HANDED + place(caller, task) + name;
  }

  /** The try is part of the name: a new try calls anew, a restart within a try does not. */
  private static String place(RunId caller, Task task) {
    return caller + "/" + task.node() + "/" + task.runIndex() + "/" + task.attempt() + "/";
  }

  /** What the names of all calls begin with for whose end a run waits. */
  static String awaitedBy(RunId caller) {
    return AWAITED + caller + "/";
  }

  /** The run that waits for the end of the run of a name; empty where none does. */
  static Optional<RunId> waiting(String key) {
    int end = key.indexOf('/');
    if (!key.startsWith(AWAITED) || end < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new RunId(Long.parseLong(key, AWAITED.length(), end, 10)));
    } catch (NumberFormatException e) {
      return Optional.empty(); // no run has such a name
    }
  }
}
