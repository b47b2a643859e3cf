package io.concertmaster.designer.listen;

import io.concertmaster.engine.ActiveWorkflow;

/** How a workflow of the window stands with its triggers. */
public sealed interface ActiveState {
  /** The engine is not there yet, or something is under way. */
  record Unknown() implements ActiveState {}

  /**
   * It cannot be made active.
   *
   * @param why in a sentence
   */
  record Impossible(String why) implements ActiveState {}

  /** Nothing listens. */
  record Inactive() implements ActiveState {}

  /**
   * Its triggers listen.
   *
   * @param workflow what is known of it
   * @param older whether what listens is another version than the one in the window
   */
  record Active(ActiveWorkflow workflow, boolean older) implements ActiveState {}
}
