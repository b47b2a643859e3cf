package io.concertmaster.hosted.http;

import java.util.concurrent.atomic.AtomicLong;

/** Memory for what strangers send: what they hold together is bounded. */
final class Room {
  private final long most;
  private final AtomicLong taken = new AtomicLong();

  /** Room for so many bytes. */
  Room(long most) {
    this.most = most;
  }

  /** Takes some of it; false where there is not as much. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  /** Gives some of it back. */
  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
