package io.concertmaster.nodes.http;

import java.io.IOException;

/** An answer that is longer than the node takes. */
final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  TooLargeException(long largest) {
    super("more than " + largest + " bytes");
  }
}
