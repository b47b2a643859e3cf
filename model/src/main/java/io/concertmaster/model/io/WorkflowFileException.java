package io.concertmaster.model.io;

/**
 * A workflow file that cannot be read or written. The message is one line for people: what is
 * wrong, where, and what to do.
 */
public final class WorkflowFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Longer messages are cut in their middle: they would quote a hostile file back. */
  private static final int LONGEST = 500;

  /** A problem, told in one line. */
  public WorkflowFileException(String message) {
    super(oneLine(message));
  }

  /** A problem with its cause. */
  public WorkflowFileException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** The same problem, in a file. */
  WorkflowFileException in(String file) {
    return new WorkflowFileException(file + ": " + getMessage(), this);
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    return line.substring(0, LONGEST / 2) + " … " + line.substring(line.length() - LONGEST / 2);
  }
}
