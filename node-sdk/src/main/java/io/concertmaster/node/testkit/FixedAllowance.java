package io.concertmaster.node.testkit;

import io.concertmaster.node.Allowance;

/** Allowance for so many bytes, shared with nobody. */
final class FixedAllowance implements Allowance {
  private final long most;
  private long held;

  FixedAllowance(long most) {
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
