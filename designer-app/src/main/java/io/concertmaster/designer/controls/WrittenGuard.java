package io.concertmaster.designer.controls;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Keeps what somebody wrote in a dialog from being lost by one key or press: the first one says so,
 * and only the next takes it away.
 */
public final class WrittenGuard {
  private static final String WARNING =
      "What you wrote is not kept yet: save it, or do that once more to drop it.";

  private final BooleanSupplier written;
  private final Consumer<String> tell;
  private boolean warned;

  /**
   * A guard of a dialog.
   *
   * @param written whether something stands there that is not kept
   * @param tell says a sentence to the person
   */
  public WrittenGuard(BooleanSupplier written, Consumer<String> tell) {
    this.written = written;
    this.tell = tell;
  }

  /** Whether what stands there may go now. */
  public boolean mayGo() {
    if (warned || !written.getAsBoolean()) {
      warned = false;
      return true;
    }
    tell.accept(WARNING);
    warned = true;
    return false;
  }

  /** Something was written after the warning: the next one warns again. */
  public void changed() {
    warned = false;
  }
}
