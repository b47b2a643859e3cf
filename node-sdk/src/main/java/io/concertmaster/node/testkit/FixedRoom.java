package io.concertmaster.node.testkit;

import io.concertmaster.node.Room;

/** Room for so many bytes, shared with nobody. */
final class FixedRoom implements Room {
  private final long most;
  private long held;

  FixedRoom(long most) {
    this.most = most;
  }

  @Override
  public boolean hold(long bytes) {
    held += bytes;
    return held <= most;
  }

  @Override
  public void free() {
    held = 0;
  }
}
