package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Event;
import io.concertmaster.engine.local.plan.Task;
import io.concertmaster.engine.local.plan.Watermark;
import io.concertmaster.model.NodeDefinition;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps how far a try of an activation has come. Used by one thread.
 *
 * <p>Design note. A watermark costs a wait for the disk and a table of contents of what was sent so
 * far, whatever the items cost; so it goes by time and not by their number: at most about a second
 * of work is done again after a crash, and a short activation never pays. Where the try will fail
 * as a whole in any case (its first item failed, and tries are left) nothing more is kept: the next
 * try begins at the first item. Nothing is kept either while the disk is full: the room that is
 * left is for the ends of what is under way.
 */
final class Watermarks {
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final LiveRun run;
  private final Services services;
  private final Execution execution;
  private final Sinks sinks;
  private final boolean triesLeft;
  private Instant newest;

  Watermarks(
      LiveRun run, Services services, Execution execution, NodeDefinition node, Sinks sinks) {
    this.run = run;
    this.services = services;
    this.execution = execution;
    this.sinks = sinks;
    this.triesLeft =
        node.retry().filter(each -> execution.task().attempt() < each.tries()).isPresent();
    this.newest = services.now();
  }

  /** All items before a position are done. */
  void reached(long position) throws InterruptedException {
    execution.check();
    Instant now = services.now();
    if (Duration.between(newest, now).abs().compareTo(PAUSE) < 0
        || services.room().isShort()
        || (triesLeft && sinks.firstFailure().isPresent())) {
      return;
    }
    Task task = execution.task();
    Watermark mark = new Watermark(position, sinks.soFar(), sinks.rejected());
    run.take(new Event.Progress(task.node(), task.runIndex(), mark));
    execution.check(); // the run may have been let go, for want of room
    newest = services.now();
  }
}
