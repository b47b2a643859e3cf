package io.concertmaster.engine.local.items;

/** An item that is too large to be stored. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooLargeException() {
    super("one item is larger than " + ByteWriter.MAX / (1024 * 1024) + " MB: split it");
  }
}
