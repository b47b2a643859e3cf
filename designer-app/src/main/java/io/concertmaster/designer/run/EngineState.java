package io.concertmaster.designer.run;

/** How the engine behind the window stands. */
public sealed interface EngineState {
  /** Its store is being read. */
  record Opening() implements EngineState {}

  /** It takes work. */
  record Ready() implements EngineState {}

  /**
   * It could not be opened.
   *
   * @param message for people: what, where, what to do
   */
  record Failed(String message) implements EngineState {}
}
