package io.concertmaster.engine.local.run;

import io.concertmaster.engine.RunId;
import io.concertmaster.engine.local.plan.Task;
import java.util.List;
import java.util.Optional;

/** What a run needs from those who keep it. */
interface Keeper extends Calls.Directory {
  /**
   * The run is in these hands from now on. Comes before its beginning is durable: whoever finds it
   * in the store finds it here too, and nobody takes it up a second time.
   */
  void hold(LiveRun run);

  /** Begins an activation, when a thread is free. */
  void schedule(LiveRun run, Task task);

  /** Performs an activation that began, when a thread is free: before others begin. */
  void perform(LiveRun run, Task task);

  /** Does what follows a write, soon. */
  void written(Runnable work);

  /**
   * Takes up those of the runs that are in nobody's hands, and tells the caller of the end.
   *
   * @param task that called them
   */
  void awaitRuns(LiveRun caller, Task task, List<Long> runs);

  /** Ends, soon, the runs for whose end a run waited that has ended itself. */
  void dismissCallsOf(RunId caller);

  /** The run has ended, or was let go. */
  void released(LiveRun run, Optional<LetGo> reason);
}
