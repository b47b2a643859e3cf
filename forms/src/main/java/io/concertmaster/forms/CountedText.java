package io.concertmaster.forms;

/**
 * A text that may be looked at a million times: a pattern that would try all ways to fit (and take
 * years) ends early.
 */
final class CountedText implements CharSequence {
  private static final int LOOKS = 1_000_000;

  private final CharSequence text;
  private final int[] left;

  CountedText(String text) {
    this(text, new int[] {LOOKS});
  }

  private CountedText(CharSequence text, int[] left) {
    this.text = text;
    this.left = left;
  }

  /** It was looked at too often. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a pattern takes too long", null, false, false);
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
