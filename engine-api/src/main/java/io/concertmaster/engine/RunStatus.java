package io.concertmaster.engine;

/** How a run stands. */
public enum RunStatus {
  /** Work is under way. */
  RUNNING,
  /** Nothing to do until a moment comes. */
  WAITING,
  /** An unsafe step was cut short by a crash: a person must say whether it happened. */
  UNCERTAIN,
  /** Cut short by a crash or a stop of the engine; can be resumed. */
  INTERRUPTED,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  CANCELLED;

  /** Whether nothing more will happen. */
  public boolean ended() {
    return switch (this) {
      case SUCCEEDED, FAILED, TIMED_OUT, CANCELLED -> true;
      case RUNNING, WAITING, UNCERTAIN, INTERRUPTED -> false;
    };
  }
}
