package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.RunState;
import java.util.Map;
import java.util.Optional;

/** Whether anything happens by itself in the runs of an engine. */
final class Quiet {
  private final Map<Long, LiveRun> live;
  private final AwaitedRuns awaited;

  /**
   * @param live the runs in the engine's hands, by their numbers
   */
  Quiet(Map<Long, LiveRun> live, AwaitedRuns awaited) {
    this.live = live;
    this.awaited = awaited;
  }

  /** Waits until all runs have ended, wait for something outside, or for runs that do. */
  void await() throws InterruptedException {
    int quiet = 0;
    while (quiet < 2) { // looked at twice, since the end of the one may begin the other
      quiet = awaitOne() ? 0 : quiet + 1;
    }
  }

  /** Waits for a run that works, or is about to; whether there was one. */
  private boolean awaitOne() throws InterruptedException {
    Optional<LiveRun> busy =
        live.values().stream().filter(run -> !run.resting().isQuiet()).findFirst();
    if (busy.isPresent()) {
      busy.get().resting().awaitQuiet();
      return true;
    }
    for (LiveRun run : live.values()) {
      RunState seen = run.state();
      if (awaited.isAboutToHear(seen)) {
        run.resting().awaitOther(seen);
        return true;
      }
    }
    return false;
  }
}
