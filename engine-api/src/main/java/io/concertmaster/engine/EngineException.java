package io.concertmaster.engine;

import org.jspecify.annotations.Nullable;

/** Something that the engine could not do. The message is for people: what, where, what to do. */
public final class EngineException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for programs. */
  public enum Reason {
    /** The workflow has problems that keep it from running. */
    INVALID_WORKFLOW,
    /** An unsafe step was cut short by a crash: a person must say what to do about it. */
    UNCERTAIN,
    /** The run does not wait for what it was given. */
    NOT_WAITING,
    /** The wait to which an answer belongs is over: it was answered, or its time was up. */
    WAIT_OVER,
    /** The run cannot be moved to another definition. */
    NOT_UPGRADED,
    /** The workflow is not active, has no such trigger, or none that listens. */
    NOT_ACTIVE,
    /** Enough runs of the workflow go on already. */
    BUSY,
    /** There is no such run. */
    NO_SUCH_RUN,
    /** Another process uses the store. */
    STORE_LOCKED,
    /** The store cannot take more: the disk is full. */
    STORE_FULL,
    /** The store cannot be read or written, or is damaged. */
    STORE_FAILED,
    /** The engine is closed. */
    CLOSED
  }

  private final Reason reason;

  public EngineException(Reason reason, String message) {
    this(reason, message, null);
  }

  public EngineException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What went wrong, for programs. */
  public Reason reason() {
    return reason;
  }
}
