package io.concertmaster.node;

import io.concertmaster.node.data.JsonObject;
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
  private final transient @Nullable JsonObject told;

  /** A failure of the node as a whole. */
  public NodeException(String message) {
    this(message, null);
  }

  /** A failure of the node as a whole, with the exception behind it. */
  public NodeException(String message, @Nullable Throwable cause) {
    this(message, cause, -1, "", null);
  }

  private NodeException(
      String message,
      @Nullable Throwable cause,
      long item,
      String property,
      @Nullable JsonObject told) {
    super(message, cause);
    this.item = item;
    this.property = property;
    this.told = told;
  }

  /** The same failure, laid at the door of one input item (its position, from 0). */
  public NodeException atItem(long position) {
    return copy(position, property, told);
  }

  /**
   * The same failure, laid at the door of one property, by its path such as {@code
   * fields[0].value}.
   */
  public NodeException atProperty(String path) {
    return copy(item, path, told);
  }

  /**
   * The same failure, of which an item tells more than the message: by this object in its field
   * {@code error}, which should have a {@code message} and a {@code name}.
   */
  public NodeException telling(JsonObject error) {
    return copy(item, property, error);
  }

  private NodeException copy(long position, String path, @Nullable JsonObject error) {
    NodeException copy = new NodeException(getMessage(), getCause(), position, path, error);
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

  /**
   * What an item that stands for the failure holds in its field {@code error}: the message, or the
   * object of {@link #telling}.
   */
  public Object told() {
    return told == null ? getMessage() : told;
  }

  /** The path of the property that caused it, or an empty text. */
  public String property() {
    return property;
  }
}
