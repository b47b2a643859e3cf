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
}
