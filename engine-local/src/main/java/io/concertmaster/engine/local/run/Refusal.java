package io.concertmaster.engine.local.run;

import io.concertmaster.engine.EngineException;
import io.concertmaster.engine.EngineException.Reason;
import io.concertmaster.engine.RunId;

/** What people are told who ask for what a run cannot do now. */
final class Refusal {
  private Refusal() {}

  static EngineException notMoved(RunId id, String why) {
    return new EngineException(
        Reason.NOT_UPGRADED, "run " + id + " cannot go on with that definition: " + why);
  }

  static EngineException undecided(RunId id, Definition definition, String node) {
    return new EngineException(
        Reason.UNCERTAIN,
        "run "
            + id
            + " was cut short in “"
            + definition.node(node).name()
            + "”, and nobody knows if that step happened: say whether to retry it, to count it as"
            + " failed, or to skip it");
  }

  static EngineException notCancelled(RunId id, String why) {
    return new EngineException(
        Reason.STORE_FULL,
        "run " + id + " was stopped, and is not cancelled: " + why + "; cancel it again");
  }
}
