package io.concertmaster.engine.local.run;

import io.concertmaster.engine.local.sqlite.StoreException;

/**
 * Why a run was let go.
 *
 * @param text for people
 * @param forWantOfRoom whether it goes on when there is room on the disk
 */
record LetGo(String text, boolean forWantOfRoom) {
  static LetGo because(StoreException e) {
    return new LetGo(e.getMessage(), e.isForWantOfRoom());
  }

  /** After a fault of the engine, or for want of memory. */
  static LetGo after(Throwable fault) {
    String text =
        fault instanceof OutOfMemoryError
            ? "memory is used up: give the program more with -Xmx, then resume the run"
            : "the engine failed unexpectedly: " + fault;
    return new LetGo(text, false);
  }
}
