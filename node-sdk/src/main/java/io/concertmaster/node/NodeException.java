package io.concertmaster.node;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Work that a node could not do. The message is for people: what happened, where, what to do, in
 * one line; it is shown as it stands. The cause is for the log.
 */
public final class NodeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long item;
  private final String property;

  /** A failure of the node as a whole. */
  public NodeException(String message) {
    this(message, null);
  }

  /** A failure of the node as a whole, with the exception behind it. */
  public NodeException(String message, @Nullable Throwable cause) {
    this(message, cause, -1, "");
  }

  private NodeException(String message, @Nullable Throwable cause, long item, String property) {
    super(message, cause);
    this.item = item;
    this.property = property;
  }

  /** The same failure, laid at the door of one input item (its position, from 0). */
  public NodeException atItem(long position) {
    return copy(position, property);
  }

  /**
   * The same failure, laid at the door of one property, by its path such as {@code
   * fields[0].value}.
   */
  public NodeException atProperty(String path) {
    return copy(item, path);
  }

  private NodeException copy(long position, String path) {
    NodeException copy = new NodeException(getMessage(), getCause(), position, path);
    copy.setStackTrace(getStackTrace());
    return copy;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  /** The position of the input item that caused it, where one did. */
  public OptionalLong item() {
    return item < 0 ? OptionalLong.empty() : OptionalLong.of(item);
  }

  /** The path of the property that caused it, or an empty text. */
  public String property() {
    return property;
  }
}
