package io.concertmaster.designer.canvas;

import java.util.Locale;

/** Numbers of items in words and figures. */
final class Counts {
  private Counts() {}

  /** With a comma between thousands. */
  static String text(long items) {
    return String.format(Locale.ROOT, "%,d", items);
  }

  /** With its noun: {@code 1 item}, {@code 1,204 items}. */
  static String items(long items) {
    return text(items) + (items == 1 ? " item" : " items");
  }
}
