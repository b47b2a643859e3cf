package io.concertmaster.cli;

/**
 * The desktop designer, as the command line sees it. Found with {@link java.util.ServiceLoader}, so
 * that the command works without JavaFX on a machine that only runs workflows.
 */
public interface DesignerWindow {
  /**
   * Opens the designer and returns when it is closed, or draws a picture and returns.
   *
   * @return the exit code: 0, or 1 when a run was asked for and failed
   */
  int open(DesignerRequest request);
}
