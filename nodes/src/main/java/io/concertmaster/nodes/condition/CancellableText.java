package io.concertmaster.nodes.condition;

import java.util.concurrent.CancellationException;

/**
 * A text that a pattern looks at, which stops a search when its thread is interrupted. A pattern
 * such as {@code (a+)+$} can take longer than anybody waits, and {@link java.util.regex} does not
 * stop by itself.
 */
final class CancellableText implements CharSequence {
  private static final int LOOKS = 0xFFFF;

  private final String text;
  private int looks;

  CancellableText(String text) {
    this.text = text;
  }

  @Override
  public char charAt(int index) {
    if ((++looks & LOOKS) == 0 && Thread.currentThread().isInterrupted()) {
      throw new CancellationException("cancelled while a pattern was being matched");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
