package io.concertmaster.engine;

import java.util.Arrays;
import java.util.Optional;

/** Why a run began; expressions read its id as {@code $execution.mode}. */
public enum RunMode {
  /** A person started it by hand, to look at what it does. */
  MANUAL("manual"),
  /** The command line started it. */
  CLI("cli"),
  /** A trigger started it: a schedule, a change that was waited for. */
  TRIGGER("trigger"),
  /** A request from outside started it. */
  WEBHOOK("webhook"),
  /** A node of another workflow's run started it. */
  INTEGRATED("integrated"),
  /** The failure of another workflow's run started it. */
  ERROR("error");

  private final String id;

  RunMode(String id) {
    this.id = id;
  }

  /** The name in the journal and in expressions. */
  public String id() {
    return id;
  }

  /**
   * Whether somebody tries the workflow: only then do pinned items stand in for what its nodes
   * would send. They must not stand in for what people and programs send.
   */
  public boolean isTrial() {
    return this == MANUAL || this == CLI;
  }

  /** The mode of a name. */
  public static Optional<RunMode> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }
}
