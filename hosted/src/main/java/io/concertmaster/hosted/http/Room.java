package io.concertmaster.hosted.http;

import java.util.concurrent.atomic.AtomicLong;

/** Memory for what strangers send: what they hold together is bounded. */
public final class Room {
  private final long most;
  private final AtomicLong taken = new AtomicLong();

  /** Room for so many bytes. */
  public Room(long most) {
    this.most = most;
  }

  /** What one request holds: nothing yet. */
  public Share share() {
    return new Share();
  }

  /** What one request holds, until it is closed. Of one thread at a time. */
  public final class Share implements AutoCloseable {
    private long held;

    private Share() {}

    /**
     * Takes some more.
     *
     * @return false where there is not as much; who holds all that is held may go beyond it
     */
    public boolean take(long bytes) {
      long now = taken.addAndGet(bytes);
      if (now <= most || now == held + bytes) {
        held += bytes;
        return true;
      }
      taken.addAndGet(-bytes);
      return false;
    }

    /** Gives all of it back. */
    @Override
    public void close() {
      taken.addAndGet(-held);
      held = 0;
    }
  }
}
