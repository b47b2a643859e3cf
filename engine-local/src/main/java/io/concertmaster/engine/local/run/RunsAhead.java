package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Mode;
import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.RunState;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.node.Effect;
import java.util.concurrent.CompletableFuture;

/**
 * Whether a run may go on before the disk has what it did: between two steps that only compute.
 *
 * <p>Design note. A step that computes has no effect to be recorded before, and doing it again
 * after a crash cannot be seen. So a line of such steps does not wait for the disk at each: the
 * events queue in their order, many go into one write, and a crash leaves a beginning of them, as
 * if the later steps had never been. Nobody is told of a step before it is durable, and whatever
 * reaches outside, rests, or ends the run waits until all before it is.
 */
final class RunsAhead {
  private final Definition definition;
  private final AheadOfDisk ahead;

  RunsAhead(Definition definition, AheadOfDisk ahead) {
    this.definition = definition;
    this.ahead = ahead;
  }

  /** Whether the next step may begin before the end of the one before it is durable. */
  boolean may(RunState before, Event event, RunState next) {
    return event instanceof Event.Done
        && before.phase() instanceof Phase.Running(Task done)
        && next.phase() instanceof Phase.Running(Task begun)
        && ahead.hasRoom()
        && isPure(done)
        && isPure(begun);
  }

  private boolean isPure(Task task) {
    return task.mode() != Mode.RUN || definition.graph().node(task.node()).effect() == Effect.PURE;
  }

  /** Notes a write on which nobody waits. */
  void note(CompletableFuture<Void> write) {
    ahead.note(write);
  }
}
