package io.concertmaster.node.data;

/** Text that is no JSON, or JSON past a limit. The message says what and where, in one line. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final long column;

  /** A problem at a place in the text, both counted from 1; 0 where the place is not known. */
  public JsonException(String message, long line, long column) {
    super(line > 0 ? message + " (line " + line + ", column " + column + ")" : message);
    this.line = line;
    this.column = column;
  }

  /** The line, counted from 1, or 0. */
  public long line() {
    return line;
  }

  /** The column, counted from 1, or 0. */
  public long column() {
    return column;
  }
}
