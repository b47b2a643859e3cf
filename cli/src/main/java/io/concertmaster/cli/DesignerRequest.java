package io.concertmaster.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the designer shall show.
 *
 * @param file the workflow to open. Where there is none, a window shows what was open last, or the
 *     sample the first time; a picture shows an empty canvas
 * @param screenshot a PNG to save instead of showing a window; needs no display
 * @param width of the window or picture, in pixels
 * @param height of the window or picture, in pixels
 * @param theme light, dark or as the system has it
 * @param run whether to run the workflow at once; opening alone never does
 * @param select id or name of the node to select
 * @param home the folder of the engine's store and of the window's settings
 */
public record DesignerRequest(
    Optional<Path> file,
    Optional<Path> screenshot,
    int width,
    int height,
    Theme theme,
    boolean run,
    Optional<String> select,
    Path home) {
  /** The colours of the window. */
  public enum Theme {
    LIGHT,
    DARK,
    SYSTEM
  }
}
