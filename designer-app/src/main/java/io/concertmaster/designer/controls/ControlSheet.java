package io.concertmaster.designer.controls;

import java.util.Objects;

/** The style sheet of the small controls, for each area of the window that holds some. */
public final class ControlSheet {
  /** Its address. */
  public static final String URL =
      Objects.requireNonNull(ControlSheet.class.getResource("controls.css")).toExternalForm();

  private ControlSheet() {}
}
