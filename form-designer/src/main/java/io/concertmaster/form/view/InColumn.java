package io.concertmaster.form.view;

/** A part of a form with a control in it that can stand in a line with its neighbours'. */
public interface InColumn {
  /**
   * How high is what stands above the control, at a width, in pixels; 0 where there is no control,
   * or where its label stands beside it.
   */
  double heightAboveControl(double width);

  /** Moves the control down by so much, in pixels. */
  void lowerControl(double by);

  /** The part's height at a width, in pixels, were its control not lowered. */
  double ownHeight(double width);
}
