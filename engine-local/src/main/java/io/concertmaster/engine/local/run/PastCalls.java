package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.plan.Phase;
import io.concertmaster.engine.local.plan.Task;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a run has called, as far as those need to know who keep the called runs. */
final class PastCalls {
  private final List<Phase.Active> takenUp;
  private volatile boolean any;
  private boolean indexed;

  /**
   * Those of a run as it came into this engine's hands.
   *
   * @param takenUp what was under way then
   * @param isNew whether nothing of it had begun
   */
  PastCalls(List<Phase.Active> takenUp, boolean isNew) {
    this.takenUp = takenUp;
    this.any = !isNew;
  }

  /** A node of the run calls. */
  void note() {
    any = true;
  }

  /** Whether there may be any. */
  boolean any() {
    return any;
  }

  /**
   * Whether an activation may have called before this engine had the run, and the index of calls is
   * not known to have all that.
   *
   * @param look whether the index has all that; asked once, where it says so
   */
  boolean isHidden(Task task, BooleanSupplier look) {
    boolean again =
        takenUp.stream()
            .map(Phase.Active::task)
            .anyMatch(
                each -> each.node().equals(task.node()) && each.runIndex() == task.runIndex());
    indexed = indexed || (again && look.getAsBoolean());
    return again && !indexed;
  }
}
