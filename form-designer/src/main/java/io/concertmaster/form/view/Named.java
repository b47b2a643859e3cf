package io.concertmaster.form.view;

/** A part of a form that begins with a line of what it is called. */
public interface Named {
  /** How wide what stands in that line is where it is not wrapped, in pixels. */
  double nameWidth();
}
