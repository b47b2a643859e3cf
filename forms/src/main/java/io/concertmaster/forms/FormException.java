package io.concertmaster.forms;

/** A form that cannot be used. The message is one line: what, where, what to do. */
public final class FormException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the form. */
  public FormException(String message) {
    super(message);
  }

  /** What is wrong with the form, and what told. */
  public FormException(String message, Throwable cause) {
    super(message, cause);
  }
}
